import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import JSZip from 'jszip'
import { chromium } from 'playwright-core'
const URL = 'http://127.0.0.1:3414', C = '/work/shared/corpus/standard-for-public-code'
async function zip(v) {
  const a = new JSZip(), folder = join(C, v)
  for (const e of await readdir(folder, { withFileTypes: true, recursive: true })) { const p = join(e.parentPath, e.name); if (e.isFile()) a.file(p.slice(folder.length + 1), await readFile(p)) }
  return a.generateAsync({ type: 'nodebuffer' })
}
const H = { origin: URL }
const login = await fetch(`${URL}/api/users/login`, { method: 'POST', headers: { ...H, 'content-type': 'application/json' }, body: JSON.stringify({ email: 'coordinator@demo.example', password: 'sample-toolkit' }) })
const cookie = login.headers.getSetCookie().map((c) => c.split(';')[0]).join('; ')
console.log('login', login.status)
const post = async (step, v, more = {}) => {
  const f = new FormData(); const slug = process.env.SLUG ?? 'standard'
  for (const [k, val] of Object.entries({ step, slug, title: 'Standard for Public Code', language: 'en', ...more })) f.set(k, val)
  f.append('files', new Blob([await zip(v)], { type: 'application/zip' }), `standard-${v}.zip`)
  const began = Date.now(); const r = await fetch(`${URL}/api/import`, { method: 'POST', headers: { ...H, cookie }, body: f }); const j = await r.json()
  return { ms: Date.now() - began, ...j }
}
const p1 = await post('preview', '0.7.1')
console.log('preview 0.7.1', p1.ms, p1.ok, JSON.stringify(p1.result?.counts ?? p1.because), p1.result?.level, JSON.stringify(p1.result?.levels))
if (!p1.result.exists) { const i1 = await post('import', '0.7.1', { seen: p1.result.seen }); console.log('import', i1.ms, JSON.stringify(i1.result ?? i1.because)) 
const tk = i1.result.toolkit
const get = async (path) => (await fetch(`${URL}${path}`, { headers: { ...H, cookie } })).json()
const { docs } = await get(`/api/sections?where[toolkit][equals]=${tk}&limit=100&depth=0&locale=en&sort=slug`)
const edits = []
let n = 0
for (const s of docs) {
  if (edits.length === 5) break
  const body = structuredClone(s.body); let done = false
  const visit = (node) => { if (done) return; if (node.type === 'text' && node.text.length > 60) { n++; const at = node.text.indexOf(' ', 25); const word = `edit${n}zz`; node.text = node.text.slice(0, at) + ' ' + word + node.text.slice(at); edits.push({ key: s.key, title: s.title, word }); done = true } (node.children ?? []).forEach(visit) }
  visit(body.root); if (!done) continue
  const more = edits.length === 1 ? { title: s.title + ' (ours)' } : {}
  const r = await fetch(`${URL}/api/act/save-section`, { method: 'POST', headers: { ...H, cookie, 'content-type': 'application/json' }, body: JSON.stringify({ toolkit: tk, key: s.key, seen: s.rev, language: 'en', body, ...more }) })
  console.log('edit', s.title, r.status, (await r.text()).slice(0, 120))
}
console.log(JSON.stringify(edits))
const p2 = await post('preview', '0.7.1'); console.log('identical', p2.ms, JSON.stringify(p2.result.counts), 'open', p2.result.open.length)
const i2 = await post('import', '0.7.1', { seen: p2.result.seen }); console.log('identical import', JSON.stringify(i2.result ?? i2.because))
const p3 = await post('preview', '0.8.0'); console.log('0.8.0', p3.ms, JSON.stringify(p3.result.counts), 'open', p3.result.open.length, 'size', JSON.stringify(p3.result).length)
for (const e of edits) { const s = p3.result.sections.find((x) => x.key === e.key); console.log(e.word, s?.title, s?.status, 'edited', s?.edited, 'decisions', s?.decisions.map((d) => [d.kind, d.ours.slice(0, 60), d.theirs.slice(0, 60)])) }
}
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })
const ctx = await b.newContext({ baseURL: URL, viewport: { width: 1366, height: 657 } })
const page = await ctx.newPage()
page.on('pageerror', (e) => console.log('PAGEERROR', e.message)); page.on('console', (m) => m.type() === 'error' && console.log('CONSOLE', m.text().slice(0, 300)))
await page.goto('/admin'); await page.getByLabel('Email').fill('coordinator@demo.example'); await page.getByLabel('Password').fill('sample-toolkit'); await page.getByRole('button', { name: 'Login' }).click(); await page.getByRole('heading', { level: 1 }).waitFor()
await page.goto(`/admin/import?toolkit=${process.env.SLUG ?? 'standard'}`)
await page.screenshot({ path: '/tmp/imp/1-choose.png', fullPage: true })
await page.getByLabel(/^Files/).setInputFiles({ name: 'standard-0.8.0.zip', mimeType: 'application/zip', buffer: await zip('0.8.0') })
await page.getByRole('button', { name: 'See what would change' }).click()
await page.getByRole('heading', { name: 'What would change' }).waitFor({ timeout: 60000 })
await page.screenshot({ path: '/tmp/imp/2-preview.png' })
await page.screenshot({ path: '/tmp/imp/2-preview-full.png', fullPage: true })
const f = page.getByRole('button', { name: /^To decide/ })
if (await f.count()) { await f.click(); await page.locator('.tree .entry').first().click() ; await page.screenshot({ path: '/tmp/imp/3-decide.png', fullPage: true }) }
await page.setViewportSize({ width: 360, height: 740 }); await page.screenshot({ path: '/tmp/imp/4-phone.png', fullPage: true })
console.log('overflow', await page.evaluate(() => document.documentElement.scrollWidth))
await b.close()
