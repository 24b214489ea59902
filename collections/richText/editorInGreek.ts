/**
 * Payload's texts for the parts of its editor, by the keys of its features. It has none in Greek, and shows the key of
 * a missing text, so all texts of the features of `richTextEditor` must be here
 * (tests/unit/lexical/editorInGreek.spec.ts).
 */
export const editorInGreek = {
  general: {
    placeholder: "Γράψτε εδώ ή πατήστε '/' για εντολές...",
    slashMenuBasicGroupLabel: 'Βασικά',
    slashMenuListGroupLabel: 'Λίστες',
    toolbarItemsActive: '{{count}} ενεργά',
  },
  paragraph: { label: 'Παράγραφος', label2: 'Κανονικό κείμενο' },
  heading: { label: 'Επικεφαλίδα {{headingLevel}}' },
  unorderedList: { label: 'Λίστα με κουκκίδες' },
  orderedList: { label: 'Αριθμημένη λίστα' },
  indent: { decreaseLabel: 'Μείωση εσοχής', increaseLabel: 'Αύξηση εσοχής' },
  blockquote: { label: 'Παράθεμα' },
  horizontalRule: { label: 'Οριζόντια γραμμή' },
  link: { label: 'Σύνδεσμος', loadingWithEllipsis: 'Φορτώνεται...' },
  upload: { label: 'Αρχείο' },
  blocks: {
    inlineBlocks: {
      create: 'Προσθήκη: {{label}}',
      edit: 'Επεξεργασία: {{label}}',
      label: 'Μέσα στο κείμενο',
      remove: 'Αφαίρεση: {{label}}',
    },
    label: 'Μπλοκ',
  },
}
