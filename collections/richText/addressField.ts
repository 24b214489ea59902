import type { TextField, TextFieldSingleValidation } from 'payload'
import { isInsideAction } from '@/access/insideAction'
import { isLanguage } from '@/domain/language'
import { isPhoneOrNone } from '@/domain/phoneLink'
import { completedAddress, isAddressOrNone, isMailOrNone, isSafeLink } from '@/domain/safeUrl'
import { WEB_ADDRESS, type Words } from './words'

/** The field of an address: it puts what is missing in front of what was typed. */
export const ADDRESS_INPUT = '/src/admin/editor/AddressInput.client#AddressInput'

/** A web, e-mail or telephone address, with its scheme; may be empty. */
export const addressField: TextField = {
  name: 'url',
  type: 'text',
  label: WEB_ADDRESS,
  admin: { components: { Field: ADDRESS_INPUT } },
  hooks: { beforeValidate: [({ value }) => (typeof value === 'string' ? completedAddress(value) : value)] },
  validate: (value, { req }) => isAddressOrNone(value ?? '') || inLanguageOf(req.i18n.language, NOT_AN_ADDRESS),
}

/** One e-mail address; may be empty. */
export const validateMail: TextFieldSingleValidation = (value, { req }) =>
  isMailOrNone(value ?? '') || inLanguageOf(req.i18n.language, NOT_A_MAIL_ADDRESS)

/** A telephone number, and what belongs to it; may be empty. A text that is stored already is not refused for it. */
export const validatePhone: TextFieldSingleValidation = (value, { req }) =>
  isPhoneOrNone(value ?? '') || isInsideAction(req) || inLanguageOf(req.i18n.language, NOT_A_NUMBER)

/** The target of a link in the text: refuses scripts and data, and accepts pages of the same site. */
export const validateLink: TextFieldSingleValidation = (value, { req }) =>
  (typeof value === 'string' && isSafeLink(completedAddress(value))) || inLanguageOf(req.i18n.language, NOT_A_LINK)

function inLanguageOf(language: string, words: Words): string {
  return isLanguage(language) ? words[language] : words.en
}

const NOT_AN_ADDRESS: Words = {
  en: 'Write the whole address, starting with https://, mailto: or tel:',
  fr: 'Écrivez l’adresse complète, qui commence par https://, mailto: ou tel:',
  es: 'Escriba la dirección completa, que empieza por https://, mailto: o tel:',
  it: 'Scrivere l’indirizzo completo, che inizia con https://, mailto: o tel:',
  el: 'Γράψτε ολόκληρη τη διεύθυνση, που αρχίζει με https://, mailto: ή tel:',
  de: 'Geben Sie die ganze Adresse an; sie beginnt mit https://, mailto: oder tel:',
}

const NOT_A_MAIL_ADDRESS: Words = {
  en: 'Write one e-mail address, as in help@example.org',
  fr: 'Écrivez une seule adresse électronique, par exemple aide@example.org',
  es: 'Escriba una sola dirección de correo electrónico, por ejemplo ayuda@example.org',
  it: 'Scrivere un solo indirizzo di posta elettronica, ad esempio aiuto@example.org',
  el: 'Γράψτε μία διεύθυνση ηλεκτρονικού ταχυδρομείου, π.χ. help@example.org',
  de: 'Geben Sie eine einzige E-Mail-Adresse an, zum Beispiel hilfe@example.org',
}

const NOT_A_NUMBER: Words = {
  en: 'Write the number in digits, as in +353 1 234 5678 or 112',
  fr: 'Écrivez le numéro en chiffres, par exemple +33 1 23 45 67 89 ou 112',
  es: 'Escriba el número con cifras, por ejemplo +34 912 34 56 78 o 112',
  it: 'Scrivere il numero in cifre, ad esempio +39 06 1234 5678 o 112',
  el: 'Γράψτε τον αριθμό με ψηφία, π.χ. +357 22 123456 ή 112',
  de: 'Schreiben Sie die Nummer in Ziffern, zum Beispiel +41 31 123 45 67 oder 112',
}

const NOT_A_LINK: Words = {
  en: 'A link leads to a web page, a mail address (mailto:) or a telephone number (tel:)',
  fr: 'Un lien mène à une page web, à une adresse e-mail (mailto:) ou à un numéro de téléphone (tel:)',
  es: 'Un enlace lleva a una página web, a una dirección de correo (mailto:) o a un número de teléfono (tel:)',
  it: 'Un link porta a una pagina web, a un indirizzo e-mail (mailto:) o a un numero di telefono (tel:)',
  el: 'Ένας σύνδεσμος οδηγεί σε ιστοσελίδα, σε διεύθυνση e-mail (mailto:) ή σε αριθμό τηλεφώνου (tel:)',
  de: 'Ein Link führt zu einer Webseite, einer Mailadresse (mailto:) oder einer Telefonnummer (tel:)',
}
