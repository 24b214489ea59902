import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Forgotten } from '@/admin/account/Forgotten'
import { LANGUAGES } from '@/domain/language'
import { translatorFor } from '@/messages/translate'

/** What the page says: who helps, and that no e-mail is sent. */
const SAYS = {
  en: [/^We do not send an e-mail\./, /An administrator sets a new password for you\./],
  fr: [/^Aucun courriel n’est envoyé\./, /L’administration du site définit un nouveau mot de passe/],
  es: [/^No se envía ningún correo\./, /Quien administra el sitio le asigna una contraseña nueva\./],
  it: [/^Non viene inviata alcuna e-mail\./, /L’amministrazione imposta una nuova password\./],
  el: [/^Δεν αποστέλλεται μήνυμα\./, /Ο διαχειριστής ορίζει νέο κωδικό/],
  de: [/^Es wird keine E-Mail gesendet\./, /Die Administration setzt ein neues Passwort für Sie\./],
}

test.each(LANGUAGES)('the page for a forgotten password says who sets a new one, and has no field (%s)', (language) => {
  const html = renderToStaticMarkup(Forgotten({ language, say: translatorFor(language) }))
  const paragraphs = [...html.matchAll(/<p>(.*?)<\/p>/g)].map(([, text]) => text ?? '')
  for (const words of SAYS[language])
    expect(
      paragraphs.some((text) => words.test(text)),
      html,
    ).toBe(true)
  expect(html).not.toMatch(/<(form|input|button)/)
  expect(html).toContain('href="/admin/login"')
})
