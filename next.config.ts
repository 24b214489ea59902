import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'

const nextConfig: NextConfig = {
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  reactStrictMode: true,
  poweredByHeader: false,
  experimental: {
    // What the screens send to the one server function, and what is read before it (src/proxy.ts).
    serverActions: { bodySizeLimit: '2mb' },
    proxyClientMaxBodySize: '3mb',
  },
  headers: async () => [{ source: '/_next/:path*', headers: [{ key: 'X-Content-Type-Options', value: 'nosniff' }] }],
  // The checks run before a build (npm run check); a build should not run them a second time.
  typescript: { ignoreBuildErrors: true },
}

export default withPayload(nextConfig, { devBundleServerPackages: false })
