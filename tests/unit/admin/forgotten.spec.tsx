import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test, vi } from 'vitest'
import { Forgotten } from '@/admin/account/Forgotten'
import { LANGUAGES } from '@/domain/language'
import { translatorFor } from '@/messages/translate'

vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh: () => {} }) }))

/** What the page says: who helps, and that no e-mail is sent. */
const SAYS = {
  en: [/^We do not send an e-mail\./, /An administrator sets a new password for you\./],
  fr: [/^Aucun courriel n’est envoyé\./, /L’administration du site définit un nouveau mot de passe/],
  es: [/^No se envía ningún correo\./, /Quien administra el sitio le asigna una contraseña nueva\./],
  it: [/^Non viene inviata alcuna e-mail\./, /L’amministrazione imposta una nuova password\./],
  el: [/^Δεν αποστέλλεται μήνυμα\./, /Ο διαχειριστής ορίζει νέο κωδικό/],
  de: [/^Es wird keine E-Mail gesendet\./, /Die Administration setzt ein neues Passwort für Sie\./],
}

const page = (given: { language: (typeof LANGUAGES)[number]; sendsMail: boolean }) =>
  renderToStaticMarkup(<Forgotten {...given} say={translatorFor(given.language)} />)

const paragraphsIn = (html: string) => [...html.matchAll(/<p>(.*?)<\/p>/g)].map(([, text]) => text ?? '')

describe.each(LANGUAGES)('the page for a forgotten password (%s)', (language) => {
  test('says who sets a new one if no mail is sent, and has no field', () => {
    const html = page({ language, sendsMail: false })
    for (const words of SAYS[language])
      expect(
        paragraphsIn(html).some((text) => words.test(text)),
        html,
      ).toBe(true)
    expect(html).not.toMatch(/<(form|input|button)/)
    expect(html).toContain('href="/admin/login"')
  })

  test('asks for the address if mails are sent, and does not say that none is', () => {
    const html = page({ language, sendsMail: true })
    expect(html).toMatch(
      /<input type="email"[^>]*autoComplete="username"|<input type="email"[^>]*autocomplete="username"/,
    )
    expect(html).toContain('<button type="submit"')
    for (const words of SAYS[language]) expect(paragraphsIn(html).some((text) => words.test(text))).toBe(false)
  })
})
