/** TestKit's null is what a user leaves out. */
export const given = <T>(value: T | null | undefined): T | undefined => value ?? undefined
