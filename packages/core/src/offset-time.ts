export { OffsetTime } from './value/offset-time.ts'
