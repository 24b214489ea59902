import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'
import { MOST_CALL_BYTES } from './src/admin/serverFunctions/readableCall'

const nextConfig: NextConfig = {
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  reactStrictMode: true,
  poweredByHeader: false,
  experimental: {
    // What the screens send to the one server function. It is asked for its length before that much is read (src/proxy.ts).
    serverActions: { bodySizeLimit: MOST_CALL_BYTES },
    proxyClientMaxBodySize: MOST_CALL_BYTES + 1024 * 1024,
  },
  headers: async () => [{ source: '/_next/:path*', headers: [{ key: 'X-Content-Type-Options', value: 'nosniff' }] }],
  // The checks run before a build (npm run check); a build should not run them a second time.
  typescript: { ignoreBuildErrors: true },
}

export default withPayload(nextConfig, { devBundleServerPackages: false })
