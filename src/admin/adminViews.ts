import type { Config } from 'payload'

/**
 * Our screens inside the admin, with their addresses. A root view gets its address as `params.segments` and no named
 * parts; the first matching path is used, so all of them are exact. Payload renders root views for everybody: each
 * begins with `visitorOf` (src/admin/frame/visitor.ts).
 */
export const adminViews: Pick<NonNullable<Config['admin']>, 'avatar' | 'components'> = {
  // The alternative requests a picture from a foreign server, with a hash of the person's e-mail address.
  avatar: 'default',
  components: {
    Nav: '/src/admin/nav/AdminNav#AdminNav',
    graphics: { Icon: '/src/admin/frame/HomeIcon#HomeIcon', Logo: '/src/admin/frame/ProductName#ProductName' },
    views: {
      dashboard: { Component: '/src/admin/tasks/TasksView#TasksView', meta: { title: 'Your tasks' } },
      account: view('/src/admin/account/AccountView#AccountView', '/account', 'Your account'),
      unauthorized: view('/src/admin/account/NoRoleView#NoRoleView', '/unauthorized', 'No role yet'),
      overview: view('/src/admin/overview/OverviewView#OverviewView', '/overview', 'Overview of countries'),
      reviews: view('/src/admin/review/ReviewsView#ReviewsView', '/reviews', 'Reviews'),
      review: view('/src/admin/review/ReviewView#ReviewView', '/review/:edition', 'Review'),
      version: view('/src/admin/version/VersionView#VersionView', '/version/:variant', 'National version'),
      updates: view('/src/admin/updates/UpdatesView#UpdatesView', '/version/:variant/updates', 'Updates'),
      report: view('/src/admin/report/ReportView#ReportView', '/version/:variant/report', 'Adaptation report'),
      frameworks: view('/src/admin/framework/FrameworksView#FrameworksView', '/framework', 'Common framework'),
      import: view('/src/admin/importing/ImportView#ImportView', '/import', 'Import'),
      framework: view('/src/admin/framework/FrameworkView#FrameworkView', '/framework/:toolkit', 'Common framework'),
      frameworkChanges: view(
        '/src/admin/changes/FrameworkChangesView#FrameworkChangesView',
        '/framework/:toolkit/changes',
        'What changed',
      ),
      versionChanges: view(
        '/src/admin/changes/VersionChangesView#VersionChangesView',
        '/version/:variant/changes',
        'What changed',
      ),
      nextRelease: view(
        '/src/admin/release/NextReleaseView#NextReleaseView',
        '/framework/:toolkit/release',
        'Next release',
      ),
      releaseSummary: view(
        '/src/admin/release/ReleaseSummaryView#ReleaseSummaryView',
        '/framework/:toolkit/release/summary',
        'Summary of the next release',
      ),
      variantSection: view(
        '/src/admin/editor/VariantSectionView#VariantSectionView',
        '/version/:variant/section/:key',
        'Section',
      ),
      restoreSection: view(
        '/src/admin/history/RestoreView#RestoreView',
        '/version/:variant/section/:key/restore',
        'Restore common text',
      ),
      sectionSides: view(
        '/src/admin/sides/SidesView#SidesView',
        '/version/:variant/section/:key/sides',
        'Side by side',
      ),
      propose: view(
        '/src/admin/proposals/ProposeView#ProposeView',
        '/version/:variant/section/:key/propose',
        'Propose to the common framework',
      ),
      proposal: view('/src/admin/proposals/ProposalView#ProposalView', '/proposal/:id', 'Proposal'),
      sectionHistory: view(
        '/src/admin/history/HistoryView#HistoryView',
        '/version/:variant/section/:key/history',
        'History',
      ),
      commonSectionHistory: view(
        '/src/admin/history/CommonHistoryView#CommonHistoryView',
        '/framework/:toolkit/section/:key/history',
        'History',
      ),
      update: view('/src/admin/updates/UpdateView#UpdateView', '/version/:variant/updates/:key', 'Update'),
      sectionPlace: view(
        '/src/admin/places/PlaceView#PlaceView',
        '/version/:variant/section/:key/place',
        'Move or remove',
      ),
      removedSections: view(
        '/src/admin/places/RemovedView#RemovedView',
        '/version/:variant/removed',
        'Removed sections',
      ),
      addSection: view('/src/admin/editor/AddSectionView#AddSectionView', '/version/:variant/add', 'National section'),
      masterSection: view(
        '/src/admin/editor/MasterSectionView#MasterSectionView',
        '/framework/:toolkit/section/:key',
        'Section of the common framework',
      ),
    },
  },
}

function view(Component: string, path: `/${string}`, title: string) {
  return { Component, path, exact: true, meta: { title } }
}
