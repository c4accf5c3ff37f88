// The official client's bulk helper on the same documents: node bulk-helper.mjs URL FILE BYTES CONCURRENCY
// FILE holds pairs of lines as _bulk takes them. Prints {seconds, processor, megabytes, posts}.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const { Client } = createRequire(process.cwd() + '/')('@elastic/elasticsearch')
const [url, file, flushBytes, concurrency] = process.argv.slice(2)
const lines = readFileSync(file, 'utf8').split('\n')
const posts = []
for (let i = 0; i + 1 < lines.length; i += 2) posts.push({ action: JSON.parse(lines[i]), document: JSON.parse(lines[i + 1]) })
lines.length = 0
if (globalThis.gc) globalThis.gc()

const client = new Client({ node: url })
const before = process.memoryUsage.rss()
let peak = before
const sampling = setInterval(() => { peak = Math.max(peak, process.memoryUsage.rss()) }, 20)
const processor = process.cpuUsage()
const began = performance.now()
const result = await client.helpers.bulk({
  datasource: posts,
  onDocument: post => [post.action, post.document],
  flushBytes: Number(flushBytes),
  concurrency: Number(concurrency)
})
const seconds = (performance.now() - began) / 1000
const used = process.cpuUsage(processor)
clearInterval(sampling)
if (result.failed > 0 || result.successful !== posts.length) throw new Error(JSON.stringify(result))
console.log(JSON.stringify({ seconds, processor: (used.user + used.system) / 1e6, megabytes: (peak - before) / 1048576, posts: posts.length }))
