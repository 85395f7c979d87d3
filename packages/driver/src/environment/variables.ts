import { z } from 'zod'

const units: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 }

const time = z
  .string()
  .regex(/^[1-9]\d{0,8}(?:ms|s|m|h)$/, 'must be a time with its unit, as in 500ms, 30s, 5m or 1h')
  .transform((text) => Number.parseInt(text, 10) * (units[text.replace(/\d+/, '')] ?? 1))
  .optional()
const count = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, 'must be a whole number from 1')
  .transform(Number)
  .optional()
const flag = z
  .enum(['true', 'false'], 'must be true or false')
  .transform((text) => text === 'true')
  .optional()
const text = z.string().optional()

/** The variables that are read, and what each must look like by itself. */
export const variables = z.object({
  GRAPH_URL: z.string('is missing: it says what to connect to, as in neo4j+s://graph.example.com'),
  GRAPH_PROFILE: z.enum(['development', 'production'], 'must be development or production').optional(),
  GRAPH_USER: text,
  GRAPH_PASSWORD: text,
  GRAPH_TOKEN: text,
  GRAPH_DATABASE: text,
  GRAPH_TLS: flag,
  GRAPH_TLS_CA: text,
  GRAPH_TLS_CERT: text,
  GRAPH_TLS_KEY: text,
  GRAPH_TLS_PASSPHRASE: text,
  GRAPH_POOL_MAX: count,
  GRAPH_POOL_MIN: z
    .string()
    .regex(/^\d{1,9}$/, 'must be a whole number')
    .transform(Number)
    .optional(),
  GRAPH_POOL_ACQUIRE_TIMEOUT: time,
  GRAPH_POOL_IDLE_TIMEOUT: time,
  GRAPH_POOL_MAX_LIFETIME: time,
  GRAPH_POOL_LIVENESS_AFTER: time,
  GRAPH_CONNECT_TIMEOUT: time,
  GRAPH_TIMEOUT: time,
  GRAPH_MAX_RETRY_TIME: time,
  GRAPH_FETCH_SIZE: count,
  GRAPH_USER_AGENT: text,
})

/** What they mean. */
export type Variables = z.infer<typeof variables>
