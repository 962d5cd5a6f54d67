/** Stands in for the package `string-width` in the bundle: its `Intl.Segmenter` alone costs as much time as Node's own start. */
export { displayWidth as default } from '../report/display-width.js'
