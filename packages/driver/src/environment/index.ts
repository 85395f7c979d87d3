export { type Environment, fromEnvironment } from './from-environment.ts'
export type { Profile } from './profile.ts'
export type { UrlOptions } from '../connect.ts'
