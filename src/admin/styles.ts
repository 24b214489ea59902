/*
 * All style sheets of our screens, for their layouts: a text is shown with the same look on every screen, whichever of them
 * the rules were written for.
 */
import './admin.css'
import './check/check.css'
import './editor/editor.css'
import './history/history.css'
import './overview/overview.css'
import './release/release.css'
import './report/report.css'
import './sides/sides.css'
import './updates/updates.css'
