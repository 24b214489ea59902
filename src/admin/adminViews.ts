import type { Config } from 'payload'

/**
 * What Payload's own screens show of ours. Our screens have pages of their own (`src/app`), which take the place of
 * Payload's at the same addresses: the start page, the account, the sign-in.
 */
export const adminViews: Pick<NonNullable<Config['admin']>, 'avatar' | 'components'> = {
  // The alternative requests a picture from a foreign server, with a hash of the person's e-mail address.
  avatar: 'default',
  components: {
    Nav: '/src/admin/nav/AdminNav#AdminNav',
    graphics: { Icon: '/src/admin/frame/HomeIcon#HomeIcon', Logo: '/src/admin/frame/ProductName#ProductName' },
  },
}
