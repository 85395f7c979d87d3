import { bookmarkManager, type BookmarkManager } from '@motif/driver'
import { refreshingAuth, type AuthManager } from '@motif/driver/bolt'
import type { Conversation } from './conversation.ts'
import type { Handlers } from './handlers.ts'
import type { CypherValue, Data, Message } from './protocol.ts'
import { tokenOf, toTestKit } from './tokens.ts'

/** Managers of tokens and of bookmarks, whose callbacks are on TestKit's side. */
export const managerHandlers: Handlers = {
  NewAuthTokenManager: (talk) => made(talk, 'AuthTokenManager', askingManager),
  NewBasicAuthTokenManager: (talk) => made(talk, 'BasicAuthTokenManager', basicManager),
  NewBearerAuthTokenManager: (talk) => made(talk, 'BearerAuthTokenManager', bearerManager),
  AuthTokenManagerClose: (_, { id }) => ({ name: 'AuthTokenManager', data: { id } }),
  NewBookmarkManager: (talk, data) => made(talk, 'BookmarkManager', (ask) => bookmarksOf(ask, data)),
  BookmarkManagerClose: (_, { id }) => ({ name: 'BookmarkManager', data: { id } }),
}

/** Asks TestKit, in the name of one manager. */
type Ask = (name: string, data?: Data) => Promise<Data>

/** Its callbacks name the manager by the id that it gets when it is made. */
const made = (talk: Conversation, name: string, make: (ask: Ask) => unknown): Message => {
  const key = `${name.charAt(0).toLowerCase()}${name.slice(1)}Id`
  const id: string = talk.objects.add(make((request, data) => talk.ask(request, { ...data, [key]: id })))
  return { name, data: { id } }
}

const askingManager = (ask: Ask): AuthManager => ({
  token: async () => {
    const { auth } = await ask('AuthTokenManagerGetAuthRequest')
    return tokenOf(auth as CypherValue)
  },
  onSecurityFailure: async (token, errorCode) => {
    const { handled } = await ask('AuthTokenManagerHandleSecurityExceptionRequest', {
      auth: toTestKit(token),
      errorCode,
    })
    return handled === true
  },
})

const unauthorized = 'Neo.ClientError.Security.Unauthorized'
const tokenExpired = 'Neo.ClientError.Security.TokenExpired'

// By default it is the token's scheme that counts; tests give tokens of one scheme to managers of the other.
const basicManager = (ask: Ask): AuthManager =>
  refreshingAuth({
    codes: [unauthorized],
    provide: async () => {
      const { auth } = await ask('BasicAuthTokenProviderRequest')
      return { token: tokenOf(auth as CypherValue) }
    },
  })

const bearerManager = (ask: Ask): AuthManager =>
  refreshingAuth({
    codes: [unauthorized, tokenExpired],
    provide: async () => {
      const { auth } = (await ask('BearerAuthTokenProviderRequest')) as unknown as { readonly auth: CypherValue }
      const { auth: token, expiresInMs } = auth.data
      return {
        token: tokenOf(token as CypherValue),
        expiresAt: typeof expiresInMs === 'number' ? Date.now() + expiresInMs : undefined,
      }
    },
  })

const bookmarksOf = (ask: Ask, data: Data): BookmarkManager => {
  const { initialBookmarks, bookmarksSupplierRegistered, bookmarksConsumerRegistered } = data
  return bookmarkManager({
    initial: (initialBookmarks as readonly string[] | null) ?? [],
    supplier: bookmarksSupplierRegistered
      ? async () => (await ask('BookmarksSupplierRequest'))['bookmarks'] as readonly string[]
      : undefined,
    consumer: bookmarksConsumerRegistered
      ? async (bookmarks) => {
          await ask('BookmarksConsumerRequest', { bookmarks })
        }
      : undefined,
  })
}
