import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'
import { MOST_CALL_BYTES } from './src/admin/serverFunctions/readableCall'

const nextConfig: NextConfig = {
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  reactStrictMode: true,
  poweredByHeader: false,
  experimental: {
    // The limit for what screens send to the one server function. src/proxy.ts checks the declared length before
    // anything is read.
    serverActions: { bodySizeLimit: MOST_CALL_BYTES },
    proxyClientMaxBodySize: MOST_CALL_BYTES + 1024 * 1024,
  },
  // Next would draw pictures at other sizes for everybody, at an address that no page of ours uses.
  images: { unoptimized: true },
  headers: async () => [{ source: '/_next/:path*', headers: [{ key: 'X-Content-Type-Options', value: 'nosniff' }] }],
  // The checks run before a build (npm run check), so the build does not repeat them.
  typescript: { ignoreBuildErrors: true },
}

export default withPayload(nextConfig, { devBundleServerPackages: false })
