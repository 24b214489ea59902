/** The commands and their arguments. */
export const USAGE = `Usage: npm run --silent toolkit -- <command>

  Texts, without a database: Markdown (.md, .markdown), Word (.docx) or Lexical JSON (.json)

  diff BEFORE AFTER               what differs: [-removed-] {+added+} {=words=} (what became of their look);
                                  ends with 0 where nothing differs, 1 where something does, 2 where it cannot be told
       [--json | --html]          as data, or as a page to open in a browser
       [--output FILE]            into a file instead of the screen
       [--language fr]            language of our own words (en, fr, es, it, el, de)
       [--text-language fr]       language of the texts, for the page (default: that of our words)
  diff --jsonl                    for each line {"id", "before", "after"} of Markdown on standard input one line
                                  {"id", "changes", "words": {"added", "removed", "moved"}, "limited"}

  merge BASE OURS THEIRS          what both made of BASE in one text, conflicts between git's marks (diff3);
                                  ends with 0 where all is merged, 1 where something is to be decided, 2 for errors
       [--json | --html] [--output FILE] [--language fr] [--text-language fr]
  merge --jsonl                   for each line {"id", "base", "ours", "theirs"} of Markdown on standard input one line
                                  {"id", "merged", "conflicts": [{"base", "ours", "theirs"}], "checks"}

  convert [FILE] --to md|lexical  one text in another form; without FILE from standard input
       [--from md|docx|lexical]   needed for standard input; for a file its name tells
       [--output FILE]
  convert --from md --to md --jsonl
                                  for each line {"id", "text"} on standard input one line {"id", "text"}

  With --jsonl a line that cannot be read gives {"id", "error"}, the rest goes on, and the end is 0.

  Toolkits, with the database

  import PATH --toolkit SLUG      Word file, Markdown file or folder into the common framework
         [--title TITLE]          title of a toolkit that does not exist yet
         [--language en]          language of the text (default: English)
         [--level N]              headings up to this level start a section, or "automatic"
                                  (default: as the last import was cut)
         [--allow-gone N]         how many sections may go, where that is more than a tenth of them
         [--dry-run]              only show what it would do
  person EMAIL --role ROLE        an account with a role (admin, coordinator, national-lead, national-editor,
         [--country CODE]         translator, reviewer, observer); without a country the role holds everywhere
         [--name NAME]            the password is taken from TOOLKIT_PASSWORD, or made and shown once
  prepare-database               a database user for the server that cannot change what is kept for ever; DATABASE_URI is
         [--user NAME]            the address for an administrator of the database`

/** Printed after the error of a command. */
export const HOW = 'How it is done: npm run --silent toolkit -- --help'
