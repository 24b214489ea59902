import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Replaces the real document of the walk: a guide in nineteen sections, in two versions. */
export const OWN_DOCUMENT = { title: 'Guide to good meetings', slug: 'good-meetings', older: '1.0', newer: '1.1' }

/** Each section with what it requires and why, and what the newer version requires in addition. */
const CRITERIA = [
  [
    'Ask who has to be there',
    'invite only people who can decide or must know',
    'say to everybody why they are invited',
  ],
  ['Begin on time', 'begin when the clock says so', 'tell those who come late what was decided'],
  ['Choose one who leads', 'name the person who leads before the day', 'name a second person who can stand in'],
  ['Close with next steps', 'say who does what until when', 'read the next steps aloud'],
  ['Decide in the open', 'say what is decided and by whom', 'write down who disagreed'],
  ['Give everybody the floor', 'ask those who have not spoken', 'let people send their view beforehand'],
  [
    'Keep a list of open questions',
    'write questions down that cannot be answered',
    'name one person for each question',
  ],
  ['Keep minutes short', 'write decisions and not speeches', 'keep minutes to one page'],
  ['Make rooms easy to reach', 'choose a room without steps', 'send a plan of the building'],
  ['Meet only with a purpose', 'write the purpose into the invitation', 'cancel when the purpose has gone'],
  ['Offer interpreting', 'ask beforehand who needs an interpreter', 'send the texts to the interpreter'],
  ['Plan breaks', 'make a break after ninety minutes', 'keep the break free of talk about work'],
  ['Protect what is confidential', 'say what must stay in the room', 'destroy paper that is left behind'],
  ['Send papers early', 'send papers a week before', 'put a summary at the top of each paper'],
  ['Use plain words', 'explain every short form', 'ask somebody from outside to read the papers'],
  ['Write the agenda together', 'ask for points for the agenda', 'say for each point what is wanted'],
] as const

const FRAME = {
  foreword: ['Foreword', 'Meetings take time from many people. This guide helps to make that time well spent.'],
  'readers-guide': ['Readers guide', 'Each section can be read by itself. Begin with the one that you need today.'],
  glossary: ['Glossary', 'Minutes are what is written down about a meeting.'],
} as const

/** Lists the other files of its folder with code of a site generator: it is not a section. */
const INDEX = `---
order: 0
---
# Criteria

{% for page in site.pages %}

1. [{{page.title}}]({{page.url}})
{% endfor %}
`

/** Writes each version into its own folder. */
export async function writeOwnDocument(folder: string): Promise<void> {
  for (const version of [OWN_DOCUMENT.older, OWN_DOCUMENT.newer]) {
    const isNewer = version === OWN_DOCUMENT.newer
    await mkdir(join(folder, version, 'criteria'), { recursive: true })
    await writeFile(join(folder, version, 'criteria', 'index.md'), INDEX)
    for (const [name, [title, text]] of Object.entries(FRAME)) {
      const more = isNewer && name === 'glossary' ? '\n\nAn agenda is the list of what will be talked about.' : ''
      await writeFile(join(folder, version, `${name}.md`), `# ${title}\n\n${text}${more}\n`)
    }
    for (const [index, [title, asked, added]] of CRITERIA.entries()) {
      const points = [asked, ...(isNewer ? [added] : [])].map((point) => `* You should ${point}.`)
      const text = [
        // The walk checks that unknown front matter is reported.
        `---\norder: ${index + 1}\nredirect_from:\n  - old/${index}\n---`,
        `# ${title}`,
        `People remember a meeting by how it was held. It costs little to ${asked}.`,
        `## What we ask for\n\n${points.join('\n')}`,
        `## How to test\n\n* Ask three people who were there whether it was so.`,
      ].join('\n\n')
      const name = `${title.toLowerCase().replaceAll(' ', '-')}.md`
      await writeFile(join(folder, version, 'criteria', name), `${text}\n`)
    }
  }
}
