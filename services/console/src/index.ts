export { renderSearch } from './pages/render-search.tsx';
export { renderToday } from './pages/render-today.tsx';
export { renderArticle } from './pages/render-article.tsx';
export { relatedShown } from './pages/related-articles.tsx';
export { renderOriginal } from './pages/render-original.tsx';
export { renderCoverage } from './pages/render-coverage.tsx';
export { renderBackup } from './pages/render-backup.tsx';
export { renderChanges } from './pages/render-changes.tsx';
export { renderExport } from './pages/render-export.tsx';
export { renderReprocess } from './pages/render-reprocess.tsx';
export { renderReport } from './pages/render-report.tsx';
export { renderCopies } from './pages/render-copies.tsx';
export { renderValues } from './pages/render-values.tsx';
export { privatePairs } from './pieces/private-pairs.ts';
export { searchQuery } from './pieces/search-address.ts';
export { shellWord } from './pieces/shell-word.ts';
export { renderName } from './pages/render-name.tsx';
export { type NameKind } from './pieces/name-address.ts';
export { renderHistory } from './pages/render-history.tsx';
export { renderAlerts } from './pages/render-alerts.tsx';
export { renderTakedowns } from './pages/render-takedowns.tsx';
export { renderSources } from './pages/render-sources.tsx';
export { renderSourceFile } from './pages/render-source-file.tsx';
export { renderSource } from './pages/render-source.tsx';
export { renderLedger } from './pages/render-ledger.tsx';
export { renderDead } from './pages/render-dead.tsx';
export { renderDeadLetter } from './pages/render-dead-letter.tsx';
export { renderDeadLetters } from './pages/render-dead-letters.tsx';
export type { DeadGroupsPage, DeadLetterPage, DeadLettersPage } from './pages/dead-view.ts';
export { renderAudit } from './pages/render-audit.tsx';
export { renderIntegrity } from './pages/render-integrity.tsx';
export { overviewSeries, renderOverview } from './pages/render-overview.tsx';
export { renderProcesses } from './pages/render-processes.tsx';
export { renderPreview } from './pages/render-preview.tsx';
export { renderImport } from './pages/render-import.tsx';
export { renderSettings } from './pages/render-settings.tsx';
export { renderKeys } from './pages/render-keys.tsx';
export { renderGoOn } from './pages/render-go-on.tsx';
export { renderLogin } from './pages/render-login.tsx';
export { renderProblems } from './pages/render-problems.tsx';
export { renderFailure } from './pages/render-failure.tsx';
export { languageOf } from './words/languages.ts';
export { say } from './words/say.ts';
export { inLanguage } from './words/speaking.ts';
export { readConsoleAssets, type ConsoleAsset, type ConsoleAssets } from './console-assets.ts';
export {
  type SearchParameters,
  type SearchProblem,
  type SearchView,
  type WelcomeView,
  type ArticleView,
  type NameView,
  type SearchCopies,
  type TodayView,
  type TodaySpan,
  type TopName,
  type LedgerView,
  type ImportView,
  type PreviewView,
  type SourcePageView,
  type SourceFileView,
  type SourcesPageView,
  type SavedSearchView,
  type AlertsView,
  type ExportView,
  type ReprocessView,
  type IntegrityPageView,
  type TakedownView,
  type TakedownsView,
  type FeedLink,
  type FrameView,
  type KeysView,
  type LoginView,
  type SessionView,
  type ProblemKindView,
} from './views.ts';
