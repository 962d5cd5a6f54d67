/** Days are compared as text: `YYYY-MM-DD` sorts as the calendar does. */
export declare const isDay: (text: string) => boolean;
/** The last day still counts. Without a day to compare with, nothing ends. */
export declare const hasEnded: (until: string | undefined, today: string | undefined) => until is string;
