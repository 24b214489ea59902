import { startEmbeddedDatabase } from '@/database/embedded'

const [dataDir = '', cacheDir = ''] = process.argv.slice(2)
const { uri, reused, pid } = await startEmbeddedDatabase({ dataDir, cacheDir })
console.log(JSON.stringify({ uri: uri('notes'), reused, pid }))
