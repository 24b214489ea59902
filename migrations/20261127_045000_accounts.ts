import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-mongodb'

const CREDENTIALS = 'account-credentials'
const SESSIONS = 'account-sessions'

/** What Payload's own sign-in stored in a person's document. */
const OLD = {
  hash: '',
  salt: '',
  sessions: '',
  loginAttempts: '',
  lockUntil: '',
  resetPasswordToken: '',
  resetPasswordExpiration: '',
  resetPasswordRequestedAt: '',
}

/** Moves passwords from people's documents to their own collection; everybody signs in once more. */
export async function up({ payload, session }: MigrateUpArgs): Promise<void> {
  const database = payload.db.connection.getClient().db(payload.db.connection.name)
  const users = database.collection('users')
  const withPassword = await users.find({ hash: { $type: 'string' } }, { session }).toArray()
  for (const { _id, hash, salt } of withPassword) {
    const first = { hash, salt, version: 1, changedAt: new Date(), mustChange: false, setByOther: null }
    await database
      .collection<{ _id: string }>(CREDENTIALS)
      .updateOne({ _id: String(_id) }, { $setOnInsert: first }, { session, upsert: true })
  }
  await users.updateMany({}, { $unset: OLD }, { session })
}

/** Moves the current passwords back into people's documents; everybody signs in once more. */
export async function down({ payload, session }: MigrateDownArgs): Promise<void> {
  const database = payload.db.connection.getClient().db(payload.db.connection.name)
  const credentials = database.collection<{ _id: string; hash: string; salt: string }>(CREDENTIALS)
  const users = database.collection('users')
  for (const user of await users.find({}, { session }).toArray()) {
    const found = await credentials.findOne({ _id: String(user._id) }, { session })
    if (found) await users.updateOne({ _id: user._id }, { $set: { hash: found.hash, salt: found.salt } }, { session })
  }
  await credentials.deleteMany({}, { session })
  await database.collection(SESSIONS).deleteMany({}, { session })
}
