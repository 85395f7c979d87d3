/** The schema of the type tests is the one that the golden queries run on. */
export { type Social, social } from '../../../test/engines/golden/social.ts'
