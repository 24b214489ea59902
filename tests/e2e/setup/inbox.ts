// Takes the mails of an application under test, and shows them, until its input ends. Prints the address of the page, and the
// environment of the application.
import { mailsTo, startInbox } from '@/scripts/demo/inbox/startInbox'

const inbox = await startInbox()
console.log(JSON.stringify({ url: inbox.url, env: mailsTo(inbox) }))
process.stdin.on('end', () => process.exit(0)).resume()
