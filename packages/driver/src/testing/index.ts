export { type FreshGraphOptions, freshGraph } from './fresh-graph.ts'
export { ScriptedServer, scriptedServer, type ServerScript } from './scripted-server.ts'
export {
  type Conversation,
  cut,
  type Exchange,
  failure,
  ignored,
  noop,
  type ReceivedRequest,
  record,
  type RequestName,
  type ScriptedReply,
  success,
} from './script.ts'
