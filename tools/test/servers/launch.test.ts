import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { createInterface } from 'node:readline'
import { describe, expect, it } from 'vitest'
import { launch } from '../../servers/launch.ts'

const program = (script: string) => ({
  name: 'the program',
  command: [process.execPath, '-e', script] as const,
  ready: /^up$/m,
})

const listens = `const server = require('node:net').createServer().listen(0, '127.0.0.1', () => console.log(server.address().port + '\\nup'))`

const expectEnd = async (port: number, end: () => unknown): Promise<void> => {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  socket.on('error', () => {}) // a reset is an end as well
  const closed = new Promise((resolve) => socket.on('close', resolve))
  await end()
  await closed
}

describe('a program that is launched', () => {
  it('is ready when it says so, and ends when it is told to', async () => {
    const launched = await launch(program(listens))
    expect(launched.log()).toMatch(/^\d+\nup$/)
    await expectEnd(Number.parseInt(launched.log(), 10), () => launched.stop())
    expect(() => process.kill(launched.pid, 0)).toThrow('ESRCH')
    await launched.kill()
  })

  it('that ends before it is ready fails with its last lines', async () => {
    const starting = launch(program(`console.log('first\\nsecond'); console.error('no memory'); process.exit(3)`))
    await expect(starting).rejects.toThrow(
      /^the program ended at its start with 3; its last lines:\n(?=[^]*second)(?=[^]*no memory)/,
    )
  })

  it('that is never ready is ended', async () => {
    const starting = launch({ ...program(`setInterval(() => {}, 1000); console.log(process.pid)`), patience: 500 })
    const error = await starting.catch((reason: unknown) => reason)
    expect(String(error)).toContain('the program was not ready after 0.5 s; its last lines:')
    expect(() => process.kill(Number(String(error).split('\n')[1]), 0)).toThrow('ESRCH')
  })

  it('that is not there fails by name', async () => {
    const starting = launch({ name: 'the program', command: ['/nowhere/at-all'], ready: /^up$/m })
    await expect(starting).rejects.toThrow(/^the program (?:cannot be started|ended at its start)/)
  })

  it('does not outlive the one who launched it', async () => {
    const module = new URL('../../servers/launch.ts', import.meta.url).href
    const script = `
      const { launch } = await import(${JSON.stringify(module)})
      const { log } = await launch({ name: 'x', command: [process.execPath, '-e', ${JSON.stringify(listens)}], ready: /^up$/m })
      console.log(log())
      setInterval(() => {}, 1000)`
    const parent = spawn(process.execPath, ['--import=tsx', '--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [port] = (await once(createInterface({ input: parent.stdout }), 'line')) as [string]
    await expectEnd(Number(port), () => parent.kill('SIGKILL'))
  })
})
