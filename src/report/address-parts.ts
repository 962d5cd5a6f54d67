/** What an address is made of, for those who show it in a narrow box. */
export interface AddressParts {
  /** `module.db["a"]`; empty in the root module. */
  readonly module: string
  /** `aws_kms_key`, `data.aws_kms_key`, `module`; empty where the text is no address. */
  readonly type: string
  /** With the instance's key. */
  readonly name: string
}

const NAME = String.raw`[^.[\]"\s]+`
const KEY = String.raw`(?:\[(?:"(?:[^"\\]|\\.)*"|[^"[\]]*)\])?`
const CALL = String.raw`module\.${NAME}${KEY}`
const ADDRESS = new RegExp(
  String.raw`^((?:${CALL}\.)*)(?:(module)\.(${NAME}${KEY})|((?:data\.)?(?!module\.)${NAME})\.(${NAME}${KEY}))$`,
  's',
)

/** Of a text that is no address, all of it is the name. */
export const addressParts = (address: string): AddressParts => {
  const [, modules = '', call, called, type, name] = ADDRESS.exec(address) ?? []
  if (call !== undefined && called !== undefined) return { module: modules.slice(0, -1), type: call, name: called }
  if (type === undefined || name === undefined) return { module: '', type: '', name: address }
  return { module: modules.slice(0, -1), type, name }
}
