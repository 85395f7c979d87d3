import { GraphError } from '@motif/core'
import type { Route, Router, RouteRequest } from './router.ts'

/** Connects; `undefined` when a server was reached by a guess and does not pass work on to where it belongs. */
type Connect<T> = (route: Route) => Promise<T | undefined>

/**
 * Connects to a server that fits. One that cannot be reached is reported, and the next of the same table is tried; once
 * none is left it throws a GraphError CONNECTION with all causes, and the next call fetches another table. `picked`: a
 * route that was picked already.
 */
export const reach = async <T>(
  router: Router,
  request: RouteRequest,
  connect: Connect<T>,
  picked: Route | Promise<Route> = router.pick(request),
): Promise<T> => {
  const attempts: GraphError[] = []
  let route = await picked
  for (;;) {
    try {
      const connection = await connect(route)
      if (connection !== undefined) return connection
      route = await router.pick({ ...request, certain: true })
    } catch (error) {
      if (!(error instanceof GraphError) || error.code !== 'CONNECTION') throw error
      router.report(route.address, route.table, 'unreachable')
      attempts.push(error)
      const next = router.next(route, request.access)
      if (next === undefined) throw attempts.length === 1 ? error : unreachable(route, request, attempts)
      route = next
    }
  }
}

const unreachable = ({ table }: Route, { access }: RouteRequest, attempts: readonly GraphError[]): GraphError => {
  const which = table === undefined ? 'the home database' : `database ${JSON.stringify(table)}`
  return new GraphError(
    'CONNECTION',
    `none of the ${attempts.length} servers for ${access}s of ${which} could be reached: ` +
      attempts.map(({ message }) => message).join('; '),
    { fault: 'surroundings', retryable: true, outcome: 'not sent', attempts, cause: attempts.at(-1) },
  )
}
