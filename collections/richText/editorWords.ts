import type { SanitizedConfig } from 'payload'

type Tree = { [key: string]: string | Tree }

/**
 * Payload's texts for parts of its editor that we replace, because a native reader or our catalogues would use other
 * words: by language, then by the keys of its features. Greek has all of them (`editorInGreek`).
 */
const WORDS: Record<'en' | 'fr' | 'es' | 'it' | 'de', Tree> = {
  en: {
    blockquote: { label: 'Quotation' },
    horizontalRule: { label: 'Dividing line' },
    orderedList: { label: 'Numbered list' },
    unorderedList: { label: 'Bulleted list' },
    upload: { label: 'Picture' },
  },
  fr: {
    general: { placeholder: 'Écrivez ici, ou tapez «\u00a0/\u00a0» pour les commandes…' },
    blocks: { inlineBlocks: { label: 'Dans le texte' } },
    heading: { label: 'Intertitre {{headingLevel}}' },
    horizontalRule: { label: 'Ligne de séparation' },
    indent: { decreaseLabel: 'Diminuer le retrait', increaseLabel: 'Augmenter le retrait' },
    orderedList: { label: 'Liste numérotée' },
    unorderedList: { label: 'Liste à puces' },
    upload: { label: 'Image' },
  },
  es: {
    general: { placeholder: 'Escriba aquí, o pulse «/» para ver los comandos…' },
    blockquote: { label: 'Cita' },
    blocks: { inlineBlocks: { label: 'Dentro del texto' } },
    heading: { label: 'Epígrafe {{headingLevel}}' },
    horizontalRule: { label: 'Línea divisoria' },
    indent: { decreaseLabel: 'Reducir la sangría', increaseLabel: 'Aumentar la sangría' },
    orderedList: { label: 'Lista numerada' },
    unorderedList: { label: 'Lista con viñetas' },
    upload: { label: 'Imagen' },
  },
  it: {
    general: { placeholder: 'Scrivere qui, o premere «/» per i comandi…' },
    blocks: { inlineBlocks: { label: 'Nel testo' } },
    heading: { label: 'Titoletto {{headingLevel}}' },
    horizontalRule: { label: 'Linea di separazione' },
    indent: { decreaseLabel: 'Riduci il rientro', increaseLabel: 'Aumenta il rientro' },
    link: { label: 'Link' },
    orderedList: { label: 'Elenco numerato' },
    unorderedList: { label: 'Elenco puntato' },
    upload: { label: 'Immagine' },
  },
  de: {
    general: { placeholder: 'Schreiben Sie hier, oder drücken Sie „/“ für Befehle …' },
    blockquote: { label: 'Zitat' },
    blocks: {
      inlineBlocks: {
        create: '{{label}} hinzufügen',
        edit: '{{label}} bearbeiten',
        label: 'Im Text',
        remove: '{{label}} entfernen',
      },
    },
    link: { label: 'Link' },
    orderedList: { label: 'Nummerierte Liste' },
    paragraph: { label: 'Absatz' },
    unorderedList: { label: 'Liste mit Punkten' },
    upload: { label: 'Bild' },
  },
}

/**
 * Replaces Payload's texts with ours. It must run on the finished config: while Payload builds it, the texts of its
 * features win. Throws if Payload does not have such a text (any more), because ours would never be shown.
 */
export function withEditorWords(config: SanitizedConfig): SanitizedConfig {
  const translations = config.i18n.translations as Tree
  for (const [language, words] of Object.entries(WORDS)) replaceIn(below(translations, `${language}.lexical`), words)
  return config
}

function replaceIn(theirs: Tree, ours: Tree): void {
  for (const [key, word] of Object.entries(ours)) {
    if (typeof word !== 'string') replaceIn(below(theirs, key), word)
    else if (typeof theirs[key] === 'string') theirs[key] = word
    else throw new Error(`Payload's editor has no word "${key}"`)
  }
}

function below(tree: Tree, path: string): Tree {
  return path.split('.').reduce<Tree>((found, key) => {
    const next = found[key]
    if (typeof next !== 'object') throw new Error(`Payload's editor has no words "${path}"`)
    return next
  }, tree)
}
