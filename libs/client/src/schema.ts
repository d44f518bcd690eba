/* Written by `npm run gen` from services/api/openapi.json. */
export interface paths {
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Searches the articles; without q, returns the newest. */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Completes the end of a query to words of titles and summaries, and to names, the most frequent first. */
        get: operations["complete"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search.rss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same search as RSS 2.0, newest first unless sort says otherwise. Carries an ETag. */
        get: operations["searchRss"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search.atom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same search as Atom. */
        get: operations["searchAtom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same search as JSON Feed 1.1. */
        get: operations["searchJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** New matches as Server-Sent Events; continues after Last-Event-ID. */
        get: operations["searchEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All saved searches, oldest first. */
        get: operations["savedSearches"];
        put?: never;
        /** Saves a search; new matches are sent to its webhook. The secret is shown once. */
        post: operations["addSavedSearch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-searches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One saved search; its ETag is needed to change it. */
        get: operations["savedSearch"];
        /** Replaces a saved search. */
        put: operations["putSavedSearch"];
        post?: never;
        /** Removes a saved search and the progress of its alerts. */
        delete: operations["removeSavedSearch"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-searches/{id}.rss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a saved search finds, as RSS 2.0. */
        get: operations["savedSearchRss"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-searches/{id}.atom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a saved search finds, as Atom. */
        get: operations["savedSearchAtom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-searches/{id}.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a saved search finds, as JSON Feed 1.1. */
        get: operations["savedSearchJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-searches/{id}/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The alerts of a saved search: what was sent, what waits, what failed. */
        get: operations["savedSearchAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-searches/{id}/alerts/{delivery}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a delivery again that was given up, under its old id. */
        post: operations["retryDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-searches/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** New matches of a saved search, as Server-Sent Events. */
        get: operations["savedSearchEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-searches/{id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Creates a new secret for the webhook; the previous one also signs for a day. */
        post: operations["rotateSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-searches/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a test to the webhook, the mail address or the room now, and returns its answer. */
        post: operations["testSavedSearch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/articles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One article with its provenance and removals. Carries an ETag. */
        get: operations["article"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/articles/{id}.md": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One article as Markdown with YAML front matter. */
        get: operations["articleMarkdown"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/articles/{id}.ninjs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One article as an item of IPTC ninjs 3.1, without loss. */
        get: operations["articleNinjs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/articles/{id}.jsonld": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One article as schema.org NewsArticle in JSON-LD. */
        get: operations["articleLinkedData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/articles/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The versions of one article that its publisher replaced, and the one of now, with their texts. */
        get: operations["versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/articles/{id}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What differs between two versions of one article, sentence by sentence and word by word. */
        get: operations["diff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/articles/{id}/original": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The page that one article was made of, as the archive holds it: HTML of its publisher, under a policy by which browsers run and load nothing of it. */
        get: operations["original"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/articles/{id}/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who told the story of one article and its near copies, the first one first, and which sentences, names and figures each added to those before it. */
        get: operations["coverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/articles/{id}/related": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Articles with the telling words of one article, most similar first; none of its own family. */
        get: operations["related"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many articles were published when; the empty periods too. */
        get: operations["timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/top": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The most frequent sources, people, places, topics and others. */
        get: operations["top"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What appears more than in the days before. */
        get: operations["trends"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/takedowns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Receipts of articles that were taken down. */
        get: operations["takedowns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The log of changes (audit log): who changed what, when and from where, newest first. Each entry holds the hash of the one before. */
        get: operations["changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/backups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Receipts of the backups of the last 90 days, the newest first. */
        get: operations["backups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is known of damage in what is kept: the last verification, what the mill found when it looked by itself, and each damaged record. */
        get: operations["integrity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrity/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks for a verification of all that is kept; a process with the fetch service does it by itself, one at a time. Mending needs a key with the scope admin. */
        post: operations["startVerification"];
        /** Stops the verification that waits or goes on, in whatever process it is; what it found is kept. */
        delete: operations["stopVerification"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reprocess/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cleans a sample of articles again from their pages in the archive, and tells what would change; asks no publisher, writes nothing. */
        post: operations["compareAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/articles/{id}/takedown": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes an article down for good: removes it from library and archive, and lets no version enter again. Returns the receipt. */
        post: operations["takeDown"];
        /** Lifts a takedown: allows the article again, and fetches it. */
        delete: operations["liftTakedown"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that changed since a cursor, as a stream: articles, and tombstones of those that are gone. */
        get: operations["export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sources with their state, the reason for it, and their next poll; mistakes in source files. */
        get: operations["sources"];
        put?: never;
        /** Adds a source: a feed or sitemap, or what the publisher of a page offers. */
        post: operations["addSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adds the sources of a list that no source has yet: the feeds of OPML, the rows of a table, or what the publishers of addresses offer. */
        post: operations["importSources"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where is my article? The fate of one address with its events and what happens next; without url the items by fate and source, but those that are settled, which are counted alone. */
        get: operations["ledger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counts per source and hour of discovery, and what does not balance. */
        get: operations["audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Coverage and latency of each source by month or quarter: articles, silent days, delays, and what became of the addresses. */
        get: operations["report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/processes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The processes of the mill that live, services that none of them runs, and work that does not move. */
        get: operations["processes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the mill stands now: stages with rates and lag, processes, library, room, and what somebody must look after. */
        get: operations["overview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/overview/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as Server-Sent Events, every few seconds. */
        get: operations["overviewEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Numbers of the mill over time: the last hour, day, week or quarter. */
        get: operations["series"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dead": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Dead letters without their messages, newest first, page by page, with the counts of their reasons. */
        get: operations["dead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dead/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Dead letters grouped by their cause: how many, when, of which sources, with an example. */
        get: operations["deadGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dead/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who discarded or edited dead letters, when and why; the newest first. */
        get: operations["deadReceipts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dead/replays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Replays that go on by themselves, and those of the last days. */
        get: operations["replays"];
        put?: never;
        /** Begins to replay dead letters at a rate; the process goes on with it by itself. */
        post: operations["startReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dead/replays/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Stops a replay, in whatever process it is; what it has not replayed stays a dead letter. */
        delete: operations["stopReplay"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dead/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Shows what today's code would make of dead letters, one or a sample; writes nothing. */
        post: operations["tryLetters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dead/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replays dead letters at once: sends them back to where they failed. */
        post: operations["replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dead/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives dead letters up for good; ledger and receipt say who did and why. */
        post: operations["discardLetters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dead/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One dead letter with its headers and bytes, and what its schema says against it. */
        get: operations["deadLetter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dead/{id}/bytes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The exact bytes of a dead letter, to be kept as a file. */
        get: operations["deadLetterBytes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dead/{id}/edit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends an edited message in the place of a dead letter; the receipt keeps what it was. */
        post: operations["editLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Fetches a feed or page now and shows the articles it would give; keeps nothing. */
        post: operations["preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/extract": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Fetches one page now, as a source says, and shows its article, or why it is none; keeps nothing. */
        post: operations["extract"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file of one source. Carries the ETag that changes need. */
        get: operations["source"];
        /** Replaces the file of a source (If-Match: its ETag), or creates one (If-None-Match: *), answering 201. */
        put: operations["putSource"];
        post?: never;
        /** Removes the file of a source (If-Match: its ETag). Its articles stay. */
        delete: operations["removeSource"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{id}/poll": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes the channels of a source due now; the mill asks as soon as their hosts are free. */
        post: operations["pollSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{id}/lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lifts the brake of a source whose pages took too much computing: its next page is handled at once, those that wait come within minutes, those of them that are fetched already within an hour. Quotas that it has used up do not hold for the rest of the day (UTC): its pages go on within minutes. */
        post: operations["liftBrake"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{id}/fetches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the last polls of the channels of a source went, fifty of each. */
        get: operations["fetches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Writes enabled: false into the file of a source: it is not polled until it is resumed. Pages that it told of before are still fetched. */
        post: operations["pauseSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Writes enabled: true into the file of a paused source. */
        post: operations["resumeSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{id}/examine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks for the channels of a source and one of its pages now, and says why each does not come and what to do; keeps nothing. */
        post: operations["examineSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/examine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same for a source that no file has yet. */
        post: operations["examineDefinition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What changed sources would do: those that come, go and change, field by field, and the requests a day that this asks of publishers; asks nobody, changes nothing. */
        post: operations["planSources"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reads the recorded pages of a source again, with its rules of now, and says what differs from what is expected of them; sends nothing. */
        post: operations["testSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All keys, without their secrets; expired ones too. */
        get: operations["keys"];
        put?: never;
        /** Creates a key. Only this answer shows it. */
        post: operations["addKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a key another text, which only this answer shows; the one before opens as much for a while. */
        post: operations["rotateKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revokes a key at once; its sessions end. */
        delete: operations["revokeKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Browsers that are logged in to the console. */
        get: operations["sessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends a session. */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The settings that this process started with, with where each value comes from; secrets have no value. */
        get: operations["settings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This description. */
        get: operations["openApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Article: {
            /**
             * @description Id of the article: hash of the key of its address.
             * @example 5f1d3c9ab2e84c60
             */
            id: string;
            /**
             * @description `urn:newsmill:article:<id>`.
             * @example urn:newsmill:article:5f1d3c9ab2e84c60
             */
            uri: string;
            /**
             * @description fetchedAt of the page, epoch milliseconds; external version of the write.
             * @example 1795600000000
             */
            version: number;
            /**
             * @description Address of the article, without tracking parameters: the canonical URL where the page names that of this article on the same site, else the one that answered.
             * @example https://harbour-courier.example/news/night-tram
             */
            url: string;
            /**
             * @description All addresses seen.
             * @example [
             *       "https://harbour-courier.example/news/night-tram",
             *       "https://harbour-courier.example/r/4711"
             *     ]
             */
            urls: string[];
            /**
             * @description Registrable domain of the address.
             * @example harbour-courier.example
             */
            domain: string;
            /**
             * @description Headline.
             * @example Night tram returns to the harbour
             */
            title: string;
            /**
             * @description Second headline or standfirst.
             * @example Council votes eleven to four
             */
            subtitle?: string;
            /**
             * @description The publisher's own description in whole sentences; without one the first two sentences of the text.
             * @example The first tram leaves on Friday at 22:40.
             */
            summary?: string;
            /**
             * @description Summary of the text by newsmill or a language model; the fact `llm-summary` or `summary` says which.
             * @example The night tram runs again from Friday.
             */
            summaryGenerated?: string;
            /**
             * @description The text; an empty line separates paragraphs.
             * @example The night tram runs again from Friday.
             */
            content: string;
            /**
             * @description The text as safe HTML: written from `blocks`, with no markup of the page.
             * @example <p>The night tram runs again from Friday.</p>
             */
            contentHtml?: string;
            /**
             * @description BCP 47: the detected language, otherwise the claimed one, otherwise und.
             * @example en
             */
            language: string;
            /**
             * @description BCP 47: what the text itself says.
             * @example en
             */
            languageDetected?: string;
            /**
             * @description Confidence in the detected language, 0 to 1.
             * @example 0.98
             */
            languageConfidence?: number;
            /**
             * @description Publication date; firstSeen when the page gives none (then publishedSource is first-seen).
             * @example 2026-11-20T06:00:00.000Z
             */
            published: string;
            /**
             * @description How exact the publication date is: day, minute or second.
             * @example minute
             */
            publishedPrecision?: string;
            /**
             * @description Where the publication date was found.
             * @example json-ld
             */
            publishedSource?: string;
            /**
             * @description When the publisher last changed it.
             * @example 2026-11-20T07:30:00.000Z
             */
            modified?: string;
            /**
             * @description When newsmill discovered it.
             * @example 2026-11-20T06:05:00.000Z
             */
            firstSeen: string;
            /**
             * @description What its publisher changed of it after newsmill first read it, oldest first; see history.md. Absent where nothing was.
             * @example [
             *       {
             *         "at": "2026-11-20T08:05:00.000Z",
             *         "classes": [
             *           "headline",
             *           "number"
             *         ]
             *       }
             *     ]
             */
            edits?: ({
                /** @description When newsmill first read it otherwise, ISO 8601 in UTC. */
                at: string;
                /** @description What the edit changed. */
                classes: ("headline" | "correction" | "retraction" | "number" | "typo" | "text")[];
            } & {
                [key: string]: unknown;
            })[];
            /**
             * @description When it was written into the library.
             * @example 2026-11-20T06:05:03.120Z
             */
            indexed?: string;
            /**
             * @description The credit as printed.
             * @example By Ada Moss, transport correspondent
             */
            byline?: string;
            /**
             * @description People who wrote it, without functions and titles.
             * @example [
             *       "Ada Moss"
             *     ]
             */
            authors: string[];
            /**
             * @description News agencies that the text is credited to.
             * @example [
             *       "Reuters"
             *     ]
             */
            agencies?: string[];
            /**
             * @description Name of the source in all data.
             * @example harbour-courier
             */
            sourceId: string;
            /**
             * @description All sources that told of it, that of sourceId first, then by their names. Absent where one alone did.
             * @example [
             *       "harbour-courier",
             *       "news-radar"
             *     ]
             */
            sources?: string[];
            /**
             * @description Name of the source as readers know it.
             * @example The Harbour Courier
             */
            sourceName?: string;
            /**
             * @description `urn:newsmill:source:<sourceId>`.
             * @example urn:newsmill:source:harbour-courier
             */
            sourceUri?: string;
            /**
             * @description ISO 3166-1 alpha-2, of the publisher.
             * @example NO
             */
            sourceCountry?: string;
            /**
             * @description Kind of the channel that named it.
             * @example feed
             * @enum {string}
             */
            sourceType?: "feed" | "sitemap" | "news-sitemap" | "list" | "warc";
            /**
             * @description Publisher as the page names it, otherwise the name of the source.
             * @example Harbour Press
             */
            publisher?: string;
            /**
             * @description Section of the publication.
             * @example Transport
             */
            section?: string;
            /**
             * @description Trail of sections above the article, outermost first.
             * @example [
             *       "News",
             *       "Transport"
             *     ]
             */
            breadcrumb: string[];
            /**
             * @description The publisher's own keywords.
             * @example [
             *       "tram",
             *       "harbour"
             *     ]
             */
            keywords: string[];
            /**
             * @description Labels that the source file gives to all its articles.
             * @example [
             *       "regional"
             *     ]
             */
            tags: string[];
            /**
             * @description People that the article names, most salient first; the fact `entities` has everything known about them.
             * @example [
             *       "Ada Moss"
             *     ]
             */
            people?: string[];
            /**
             * @description Organisations that the article names, most salient first.
             * @example [
             *       "Harbour Council"
             *     ]
             */
            organisations?: string[];
            /**
             * @description Places that the article names, most salient first.
             * @example [
             *       "Oslo"
             *     ]
             */
            places?: string[];
            /**
             * @description ISO 3166-1 alpha-2, of the places.
             * @example [
             *       "NO"
             *     ]
             */
            countries?: string[];
            /**
             * @description People, organisations and places with what is known about each; a nested query asks two conditions on one entity together.
             * @example [
             *       {
             *         "name": "Oslo",
             *         "type": "place",
             *         "wikidata": "Q585",
             *         "geonames": 3143244,
             *         "country": "NO",
             *         "count": 3,
             *         "salience": 0.61,
             *         "confidence": 0.93
             *       }
             *     ]
             */
            entities?: ({
                name: string;
                /** @enum {string} */
                type: "person" | "organisation" | "place";
                /** @description Q with a number. */
                wikidata?: string;
                geonames?: number;
                /** @description ISO 3166-1 alpha-2, of a place. */
                country?: string;
                /** @description Mentions in title and text. */
                count: number;
                /** @description How much the article is about it. */
                salience: number;
                confidence: number;
            } & {
                [key: string]: unknown;
            })[];
            /**
             * @description Coordinates of the named places, as far as the gazetteer knows them; most salient first.
             * @example [
             *       {
             *         "lat": 59.91,
             *         "lon": 10.75
             *       }
             *     ]
             */
            geo?: ({
                lat: number;
                lon: number;
            } & {
                [key: string]: unknown;
            })[];
            /**
             * @description IPTC Media Topics, such as medtop:15000000.
             * @example [
             *       "medtop:04000000"
             *     ]
             */
            topics?: string[];
            /**
             * @description What of its topics it is about, where that is clear: IPTC Media Topics of the second level, such as medtop:20000822.
             * @example [
             *       "medtop:20000344"
             *     ]
             */
            subtopics?: string[];
            /**
             * @description The topics with name and confidence; a nested query asks two conditions on one subject together.
             * @example [
             *       {
             *         "code": "medtop:04000000",
             *         "name": "economy, business and finance",
             *         "confidence": 91,
             *         "creator": "media-topics/1"
             *       }
             *     ]
             */
            subjects?: ({
                /** @description IPTC Media Topic, such as medtop:15000000. */
                code: string;
                /** @description In English. */
                name: string;
                /** @description How sure the topic is, 0 to 100. */
                confidence: number;
                /** @description Rule or model that found it. */
                creator: string;
            } & {
                [key: string]: unknown;
            })[];
            /**
             * @description What extensions found, to search and count: each extension with its version, each of its facts by name, and by name and value. The facts themselves are in `facts`.
             * @example [
             *       "tone/2",
             *       "tone.mood",
             *       "tone.mood=calm"
             *     ]
             */
            extensionFacts?: string[];
            /**
             * @description Words and phrases that best say what the text is about.
             * @example [
             *       "night tram"
             *     ]
             */
            keyPhrases?: string[];
            /**
             * @description Where the text says that it was written.
             * @example OSLO
             */
            dateline?: string;
            /**
             * @description Id of the first article of the story that this one belongs to.
             * @example 5f1d3c9ab2e84c60
             */
            storyId?: string;
            /**
             * @description Whether it is the first article of its story.
             * @example true
             */
            storyLead?: boolean;
            /**
             * @description Pictures of the article.
             * @example [
             *       {
             *         "url": "https://harbour-courier.example/tram.jpg",
             *         "caption": "The tram",
             *         "width": 1200,
             *         "height": 800
             *       }
             *     ]
             */
            images: ({
                url: string;
                caption?: string;
                credit?: string;
                alt?: string;
                width?: number;
                height?: number;
            } & {
                [key: string]: unknown;
            })[];
            /**
             * @description What the page says about its author.
             * @example Ada Moss writes about trams.
             */
            authorBio?: string;
            /**
             * @description Notice of the publisher about the text.
             * @example Views are those of the author.
             */
            disclaimer?: string;
            /**
             * @description Copyright notice as printed.
             * @example © 2026 Harbour Press
             */
            copyright?: string;
            /**
             * @description Who holds the copyright, where the page names one in its structured data.
             * @example Harbour Press
             */
            copyrightHolder?: string;
            /**
             * @description Terms of use that the page names in its structured data: text or address.
             * @example https://harbour-courier.example/terms
             */
            usageTerms?: string;
            /**
             * @description Licence that the page names, otherwise the licence of the source file.
             * @example https://creativecommons.org/licenses/by/4.0/
             */
            licence?: string;
            /**
             * @description Address of the IPTC or schema.org digital source type, where the page declares one, such as that a machine wrote it.
             * @example http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia
             */
            digitalSourceType?: string;
            /**
             * @description What page and headers say of its rights, use by use, each with the rules that say so; see rights.md. Without it nothing is reserved.
             * @example {
             *       "training": {
             *         "decision": "denied",
             *         "rules": [
             *           {
             *             "source": "TDMRep header",
             *             "value": "tdm-reservation: 1"
             *           }
             *         ]
             *       },
             *       "reserved": [
             *         "training"
             *       ]
             *     }
             */
            rights?: {
                /** @description found by searches and shown at all. */
                index?: {
                    /** @enum {string} */
                    decision: "allowed" | "denied" | "limited";
                    /** @description Characters at most, where it is limited. */
                    limit?: number;
                    /** @description The rules that say so. */
                    rules: ({
                        /** @description Where it stands, such as "meta robots" or "X-Robots-Tag". */
                        source: string;
                        /** @description What it says, at most 200 characters. */
                        value: string;
                    } & {
                        [key: string]: unknown;
                    })[];
                } & {
                    [key: string]: unknown;
                };
                /** @description a piece of its text shown: summary, standfirst, found words. */
                snippet?: {
                    /** @enum {string} */
                    decision: "allowed" | "denied" | "limited";
                    /** @description Characters at most, where it is limited. */
                    limit?: number;
                    /** @description The rules that say so. */
                    rules: ({
                        /** @description Where it stands, such as "meta robots" or "X-Robots-Tag". */
                        source: string;
                        /** @description What it says, at most 200 characters. */
                        value: string;
                    } & {
                        [key: string]: unknown;
                    })[];
                } & {
                    [key: string]: unknown;
                };
                /** @description its whole text read in this mill. */
                fullText?: {
                    /** @enum {string} */
                    decision: "allowed" | "denied" | "limited";
                    /** @description Characters at most, where it is limited. */
                    limit?: number;
                    /** @description The rules that say so. */
                    rules: ({
                        /** @description Where it stands, such as "meta robots" or "X-Robots-Tag". */
                        source: string;
                        /** @description What it says, at most 200 characters. */
                        value: string;
                    } & {
                        [key: string]: unknown;
                    })[];
                } & {
                    [key: string]: unknown;
                };
                /** @description its raw page kept once it has been read. */
                archive?: {
                    /** @enum {string} */
                    decision: "allowed" | "denied" | "limited";
                    /** @description Characters at most, where it is limited. */
                    limit?: number;
                    /** @description The rules that say so. */
                    rules: ({
                        /** @description Where it stands, such as "meta robots" or "X-Robots-Tag". */
                        source: string;
                        /** @description What it says, at most 200 characters. */
                        value: string;
                    } & {
                        [key: string]: unknown;
                    })[];
                } & {
                    [key: string]: unknown;
                };
                /** @description its text handed on in an export. */
                export?: {
                    /** @enum {string} */
                    decision: "allowed" | "denied" | "limited";
                    /** @description Characters at most, where it is limited. */
                    limit?: number;
                    /** @description The rules that say so. */
                    rules: ({
                        /** @description Where it stands, such as "meta robots" or "X-Robots-Tag". */
                        source: string;
                        /** @description What it says, at most 200 characters. */
                        value: string;
                    } & {
                        [key: string]: unknown;
                    })[];
                } & {
                    [key: string]: unknown;
                };
                /** @description its text given to a language model that answers questions. */
                agents?: {
                    /** @enum {string} */
                    decision: "allowed" | "denied" | "limited";
                    /** @description Characters at most, where it is limited. */
                    limit?: number;
                    /** @description The rules that say so. */
                    rules: ({
                        /** @description Where it stands, such as "meta robots" or "X-Robots-Tag". */
                        source: string;
                        /** @description What it says, at most 200 characters. */
                        value: string;
                    } & {
                        [key: string]: unknown;
                    })[];
                } & {
                    [key: string]: unknown;
                };
                /** @description its text used to train a model. */
                training?: {
                    /** @enum {string} */
                    decision: "allowed" | "denied" | "limited";
                    /** @description Characters at most, where it is limited. */
                    limit?: number;
                    /** @description The rules that say so. */
                    rules: ({
                        /** @description Where it stands, such as "meta robots" or "X-Robots-Tag". */
                        source: string;
                        /** @description What it says, at most 200 characters. */
                        value: string;
                    } & {
                        [key: string]: unknown;
                    })[];
                } & {
                    [key: string]: unknown;
                };
                /** @description Uses that are denied or limited, and `later` where it must not be shown after a time. */
                reserved: string[];
                /** @description ISO 8601, UTC: not to be shown after that. */
                unavailableAfter?: string;
                /** @description The licence, with its name where it is one of Creative Commons. */
                licence?: {
                    name?: string;
                    url?: string;
                } & {
                    [key: string]: unknown;
                };
                /** @description Where terms or licences are to be had: addresses that the page names; they are not read. */
                terms?: ({
                    source: string;
                    url: string;
                } & {
                    [key: string]: unknown;
                })[];
                /** @description How the publisher wants to be named (schema.org creditText). */
                credit?: string;
                /** @description In an answer: what was left out of it, and the rules that say so. */
                withheld?: string[];
            } & {
                [key: string]: unknown;
            };
            /**
             * @description Words of the text.
             * @example 412
             */
            wordCount: number;
            /**
             * @description Minutes to read it.
             * @example 2
             */
            readingMinutes: number;
            /**
             * @description Whether the publisher shows only a part.
             * @example false
             */
            paywalled: boolean;
            /**
             * @description Id of the earliest article with the same or nearly the same text.
             * @example 77ab01cd23ef4567
             */
            duplicateOf?: string;
            /**
             * @description Id of the first article of the syndication family.
             * @example 77ab01cd23ef4567
             */
            familyId?: string;
            /**
             * @description Share of common shingles with duplicateOf, 0 to 1.
             * @example 0.94
             */
            similarity?: number;
            /**
             * @description Hash of the normalised title and text: equal for equal articles.
             * @example c2a8f10e
             */
            contentHash: string;
            /**
             * @description What is doubtful about it; see reasons.md.
             * @example [
             *       "truncated"
             *     ]
             */
            flags: string[];
            /**
             * @description Confidence in title and text, 0 to 1: the quality of the document.
             * @example 0.93
             */
            confidence: number;
            /**
             * @description The text in blocks: paragraphs, headings, list items, quotes, tables, embeds, images.
             * @example [
             *       {
             *         "kind": "paragraph",
             *         "text": "The night tram runs again from Friday."
             *       }
             *     ]
             */
            blocks: ({
                /** @enum {string} */
                kind: "paragraph" | "heading" | "list-item" | "quote" | "code" | "table" | "caption" | "embed" | "image";
                text: string;
                level?: number;
                url?: string;
                provider?: string;
                alt?: string;
            } & {
                [key: string]: unknown;
            })[];
            /**
             * @description What enrich found in the text, each with the rule or model that made it.
             * @example [
             *       {
             *         "name": "dateline",
             *         "value": {
             *           "place": "OSLO"
             *         },
             *         "by": "dateline/1"
             *       }
             *     ]
             */
            facts?: ({
                name: string;
                value: unknown;
                /** @description Rule or model, with version, such as letters/1. */
                by: string;
                confidence?: number;
            } & {
                [key: string]: unknown;
            })[];
            /**
             * @description Where each field was found.
             * @example [
             *       {
             *         "field": "title",
             *         "value": "Night tram returns to the harbour",
             *         "source": "json-ld",
             *         "confidence": 0.97
             *       }
             *     ]
             */
            provenance: ({
                field: string;
                value: string;
                source: string;
                confidence: number;
            } & {
                [key: string]: unknown;
            })[];
            /**
             * @description What was removed or repaired, and why.
             * @example [
             *       {
             *         "pass": "drop-share-bar",
             *         "text": "Share Mail Print",
             *         "why": "Words of a share bar."
             *       }
             *     ]
             */
            removals: ({
                pass: string;
                /** @description At most 500 characters of it. */
                text: string;
                why: string;
            } & {
                [key: string]: unknown;
            })[];
            /**
             * @description Vector of the text, where vectors are on; the angle between two vectors of one table (`ingest.evidence.vectorBy`) says how similar the texts are.
             * @example [
             *       12,
             *       -7,
             *       0
             *     ]
             */
            vector?: number[];
            /**
             * @description How the document was made: what only newsmill needs.
             * @example {
             *       "item": "9f2c4e1ab07d",
             *       "discoveredUrl": "https://harbour-courier.example/r/4711",
             *       "fetchedAt": 1795600000000,
             *       "pipelineVersion": "3"
             *     }
             */
            ingest: {
                /**
                 * @description Key of the discovered address in the ledger.
                 * @example 9f2c4e1ab07d
                 */
                item: string;
                /**
                 * @description The address as the channel gave it.
                 * @example https://harbour-courier.example/r/4711
                 */
                discoveredUrl: string;
                /**
                 * @description When the page was fetched, epoch milliseconds.
                 * @example 1795600000000
                 */
                fetchedAt: number;
                /**
                 * @description Version of the steps that made the document.
                 * @example 3
                 */
                pipelineVersion: string;
                /**
                 * @description Status of the answer that the page came with.
                 * @example 200
                 */
                httpStatus?: number;
                /**
                 * @description Media type that the page came with, as sent.
                 * @example text/html; charset=utf-8
                 */
                contentType?: string;
                /**
                 * @description Character encoding that the page was read in.
                 * @example utf-8
                 */
                charset?: string;
                /**
                 * @description SHA-256 of the decoded page, in hexadecimal.
                 * @example b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c
                 */
                rawSha256?: string;
                /**
                 * @description Place of the page in the archive, from which the document can be made again.
                 * @example {
                 *       "file": "2026-11/pages-0001.warc.gz",
                 *       "offset": 8192,
                 *       "length": 20480
                 *     }
                 */
                archive?: {
                    file: string;
                    offset: number;
                    length: number;
                } & {
                    [key: string]: unknown;
                };
                /**
                 * @description What page and feed claimed where the document says something else, so that facts can be found again as at first. Documents of older versions have none.
                 * @example {
                 *       "language": "en-GB",
                 *       "entry": {
                 *         "url": "https://harbour-courier.example/r/4711",
                 *         "authors": [],
                 *         "categories": [
                 *           "Transport"
                 *         ]
                 *       }
                 *     }
                 */
                evidence?: {
                    /** @description Same-site rel=canonical target, where it differs from finalUrl. */
                    canonicalUrl?: string;
                    /** @description ISO 8601, UTC. */
                    published?: string;
                    /** @description ISO 8601, UTC. */
                    modified?: string;
                    /** @description What the page or source claims; enrich decides. */
                    language?: string;
                    /** @description The pages behind the first one, in order. */
                    pages?: ({
                        url: string;
                        archive: {
                            file: string;
                            offset: number;
                            length: number;
                        } & {
                            [key: string]: unknown;
                        };
                    } & {
                        [key: string]: unknown;
                    })[];
                    entry?: {
                        url: string;
                        /** @description guid, atom:id or JSON Feed id. */
                        id?: string;
                        title?: string;
                        /** @description Plain text, at most 2,000 characters. */
                        summary?: string;
                        /** @default [] */
                        authors: string[];
                        /** @default [] */
                        categories: string[];
                        /** @description ISO 8601 with offset. */
                        published?: string;
                        /** @description ISO 8601 with offset. */
                        updated?: string;
                        language?: string;
                        image?: string;
                        /** @description What the feed says of the rights in it. */
                        rights?: {
                            /** @description Address of the licence, or its name. */
                            licence?: string;
                            /** @description The notice, plain. */
                            copyright?: string;
                            /** @default [] */
                            rules: {
                                /** @enum {string} */
                                name: "noindex" | "none" | "noarchive" | "nosnippet" | "max-snippet" | "unavailable_after" | "nofollow" | "noimageindex" | "max-image-preview" | "max-video-preview" | "notranslate" | "noai" | "noimageai" | "tdm-reservation" | "train-ai" | "ai-train" | "ai-input" | "ai-robots" | "answer-robots" | "ai.txt" | "rsl-train" | "rsl-input" | "search";
                                source: string;
                                words: string;
                            }[];
                            /**
                             * @description Addresses of RSL licences that the feed links to.
                             * @default []
                             */
                            terms: string[];
                        };
                        /** @description Address of the channel. */
                        channel?: string;
                        /** @description Address of the configured channel, where this one was found by it. */
                        configured?: string;
                        /**
                         * @description Kind of the channel.
                         * @enum {string}
                         */
                        channelKind?: "feed" | "sitemap" | "news-sitemap" | "list" | "warc";
                        /** @description Whether the channel is of the site of the page. What another site says is hearsay: it overrides nothing that the page says. */
                        ofSite?: boolean;
                        /** @description Whether the channel carries the whole text, which stands in for a page that cannot be had. */
                        hasContent?: boolean;
                        /** @description Whether the entry names no page: its text is the article, and its address is one of its own. */
                        isAlone?: boolean;
                    } & {
                        [key: string]: unknown;
                    };
                    finalUrl?: string;
                    vectorBy?: string;
                } & {
                    [key: string]: unknown;
                };
                /**
                 * @description W3C trace id of the message that made the document.
                 * @example 4bf92f3577b34da6a3ce929d0e0e4736
                 */
                traceId?: string;
            } & {
                [key: string]: unknown;
            };
            /**
             * @description Name and major version of this contract.
             * @example newsmill-article/1
             * @constant
             */
            schema: "newsmill-article/1";
        } & {
            [key: string]: unknown;
        };
        SearchAnswer: {
            total: number;
            totalIsExact: boolean;
            /** @description False when the facets were counted over a part of the matches: the newest 10,000 in the embedded form. */
            facetsAreExact: boolean;
            items: {
                id: string;
                url: string;
                title: string;
                summary?: string;
                /** @description ISO 8601, UTC. */
                published: string;
                /** @description Id of the source. */
                source: string;
                sourceName?: string;
                /** @description BCP 47. */
                language: string;
                readonly authors: string[];
                image?: string;
                duplicateOf?: string;
                familyId?: string;
                storyId?: string;
                readonly flags: string[];
                /** @description What is said of its rights; without it nothing is reserved. */
                rights?: {
                    /** @description found by searches and shown at all. */
                    index?: {
                        /** @enum {string} */
                        decision: "allowed" | "denied" | "limited";
                        /** @description Characters at most, where it is limited. */
                        limit?: number;
                        /** @description The rules that say so. */
                        rules: ({
                            /** @description Where it stands, such as "meta robots" or "X-Robots-Tag". */
                            source: string;
                            /** @description What it says, at most 200 characters. */
                            value: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                    } & {
                        [key: string]: unknown;
                    };
                    /** @description a piece of its text shown: summary, standfirst, found words. */
                    snippet?: {
                        /** @enum {string} */
                        decision: "allowed" | "denied" | "limited";
                        /** @description Characters at most, where it is limited. */
                        limit?: number;
                        /** @description The rules that say so. */
                        rules: ({
                            /** @description Where it stands, such as "meta robots" or "X-Robots-Tag". */
                            source: string;
                            /** @description What it says, at most 200 characters. */
                            value: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                    } & {
                        [key: string]: unknown;
                    };
                    /** @description its whole text read in this mill. */
                    fullText?: {
                        /** @enum {string} */
                        decision: "allowed" | "denied" | "limited";
                        /** @description Characters at most, where it is limited. */
                        limit?: number;
                        /** @description The rules that say so. */
                        rules: ({
                            /** @description Where it stands, such as "meta robots" or "X-Robots-Tag". */
                            source: string;
                            /** @description What it says, at most 200 characters. */
                            value: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                    } & {
                        [key: string]: unknown;
                    };
                    /** @description its raw page kept once it has been read. */
                    archive?: {
                        /** @enum {string} */
                        decision: "allowed" | "denied" | "limited";
                        /** @description Characters at most, where it is limited. */
                        limit?: number;
                        /** @description The rules that say so. */
                        rules: ({
                            /** @description Where it stands, such as "meta robots" or "X-Robots-Tag". */
                            source: string;
                            /** @description What it says, at most 200 characters. */
                            value: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                    } & {
                        [key: string]: unknown;
                    };
                    /** @description its text handed on in an export. */
                    export?: {
                        /** @enum {string} */
                        decision: "allowed" | "denied" | "limited";
                        /** @description Characters at most, where it is limited. */
                        limit?: number;
                        /** @description The rules that say so. */
                        rules: ({
                            /** @description Where it stands, such as "meta robots" or "X-Robots-Tag". */
                            source: string;
                            /** @description What it says, at most 200 characters. */
                            value: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                    } & {
                        [key: string]: unknown;
                    };
                    /** @description its text given to a language model that answers questions. */
                    agents?: {
                        /** @enum {string} */
                        decision: "allowed" | "denied" | "limited";
                        /** @description Characters at most, where it is limited. */
                        limit?: number;
                        /** @description The rules that say so. */
                        rules: ({
                            /** @description Where it stands, such as "meta robots" or "X-Robots-Tag". */
                            source: string;
                            /** @description What it says, at most 200 characters. */
                            value: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                    } & {
                        [key: string]: unknown;
                    };
                    /** @description its text used to train a model. */
                    training?: {
                        /** @enum {string} */
                        decision: "allowed" | "denied" | "limited";
                        /** @description Characters at most, where it is limited. */
                        limit?: number;
                        /** @description The rules that say so. */
                        rules: ({
                            /** @description Where it stands, such as "meta robots" or "X-Robots-Tag". */
                            source: string;
                            /** @description What it says, at most 200 characters. */
                            value: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                    } & {
                        [key: string]: unknown;
                    };
                    /** @description Uses that are denied or limited, and `later` where it must not be shown after a time. */
                    reserved: string[];
                    /** @description ISO 8601, UTC: not to be shown after that. */
                    unavailableAfter?: string;
                    /** @description The licence, with its name where it is one of Creative Commons. */
                    licence?: {
                        name?: string;
                        url?: string;
                    } & {
                        [key: string]: unknown;
                    };
                    /** @description Where terms or licences are to be had: addresses that the page names; they are not read. */
                    terms?: ({
                        source: string;
                        url: string;
                    } & {
                        [key: string]: unknown;
                    })[];
                    /** @description How the publisher wants to be named (schema.org creditText). */
                    credit?: string;
                    /** @description In an answer: what was left out of it, and the rules that say so. */
                    withheld?: string[];
                } & {
                    [key: string]: unknown;
                };
                /** @description Where hits are collapsed: how many more of the family or story were found. */
                others?: number;
                /** @description Plain text; marks are [start, end) offsets in UTF-16 units. */
                readonly highlights: {
                    /** @enum {string} */
                    field: "title" | "content";
                    text: string;
                    readonly marks: [
                        number,
                        number
                    ][];
                }[];
            }[];
            facets: {
                source?: {
                    value: string;
                    count: number;
                }[];
                language?: {
                    value: string;
                    count: number;
                }[];
                section?: {
                    value: string;
                    count: number;
                }[];
                author?: {
                    value: string;
                    count: number;
                }[];
                day?: {
                    value: string;
                    count: number;
                }[];
                person?: {
                    value: string;
                    count: number;
                }[];
                organisation?: {
                    value: string;
                    count: number;
                }[];
                place?: {
                    value: string;
                    count: number;
                }[];
                topic?: {
                    value: string;
                    count: number;
                }[];
                subtopic?: {
                    value: string;
                    count: number;
                }[];
            };
            /** @description Where next to nothing was found: the same query with words that stand in the library in the place of those that do not. Nothing is searched for but what was asked. */
            didYouMean?: {
                q: string;
                /** @description Articles that it finds under the same conditions. */
                total: number;
                totalIsExact: boolean;
            };
            /** @description Cursor of the next page; absent on the last one. */
            next?: string;
        };
        CompletionsAnswer: {
            readonly items: {
                /** @description The whole query, completed. */
                q: string;
                /** @enum {string} */
                kind: "word" | "person" | "organisation" | "place" | "topic" | "subtopic" | "source";
                /** @description The word, the name, or the English name of the topic. */
                text: string;
                /** @description Articles that have the word in title or summary, or that mention the name. */
                articles: number;
            }[];
        };
        SourcesAnswer: {
            readonly sources: {
                id: string;
                name: string;
                /**
                 * @description blocked: Its publisher does not let the crawler in: a test for browsers, a refusal, a login, robots.txt. gone: Nothing is at its addresses any more, or the domain is parked. invalid: What its file asks for is no channel, or may not be asked for. failing: It cannot be reached, or its server fails. drifting: Its pages come, but no articles are made of them, far fewer than before, or such that differ from those before as if the layout had broken; or a channel lists far fewer entries than it used to. silent: It answers, and has had nothing new for longer than its own rhythm explains. degraded: Some of its channels fail; others deliver. moved: It delivers; a channel redirects to another address for good. waiting: Its turn has not come: its host asks for a pause or is busy, or the source is braked or has used what it may use a day. new: Its channels have not been polled yet. delivering: It answers, and new entries come as they usually do. off: It is switched off in its file.
                 * @enum {string}
                 */
                state: "blocked" | "gone" | "invalid" | "failing" | "drifting" | "silent" | "degraded" | "moved" | "waiting" | "new" | "delivering" | "off";
                /** @description What is so, with the numbers and times that show it. */
                reason: string;
                /** @description What can be done; absent where nothing is to be done. */
                next?: string;
                /** @description The line of the source file that would mend it. */
                line?: string;
                language?: string;
                country?: string;
                readonly tags: string[];
                licence?: string;
                /** @description What may be done with the articles against what their pages reserve (docs/rights.md), and on what ground. It counts at once, for all articles of the source. */
                rights?: {
                    /** @description Why, in writing: the contract or law that allows it. Shown wherever it counts. */
                    ground: string;
                    /** @description Uses that are allowed whatever the pages say. */
                    allow: ("snippet" | "fullText" | "archive" | "export" | "agents" | "training")[];
                };
                items: number;
                indexed: number;
                /** @description Articles in the library that another source told of first and this one too: they belong to both. Absent where the library cannot be asked. */
                shared?: number;
                waiting: number;
                dead: number;
                /** @description Items of the last seven days that are finished, and those that became articles. */
                recent: {
                    finished: number;
                    articles: number;
                };
                /** @description Of its newest articles on a site, those that the publisher marks as ones for subscribers, and the words of the middle one of them; absent where that is not so of most. */
                paywall?: {
                    site: string;
                    marked: number;
                    of: number;
                    words: number;
                };
                /** @description Where page after page took too much computing: how its pages wait; absent where they are handled. */
                brake?: {
                    /** @description Until then its pages wait; then one is tried. */
                    until: number;
                    /** @description How often in a row it was braked: once, and once for each trial that was too expensive. */
                    strikes: number;
                    /** @description The stages that its pages cost too much. */
                    readonly stages: string[];
                };
                /** @description What was used of it today, against its quotas; absent in answers of older mills. */
                today?: {
                    /** @description The day in UTC, such as 2026-11-29. */
                    day: string;
                    /** @description Bytes of answers, as they came over the wire. */
                    bytes: number;
                    /** @description Requests for pages. */
                    pages: number;
                    /** @description CPU time of reading channels, cleaning and enriching, milliseconds. */
                    cpuMs: number;
                    /** @description What it may use a day; without end where a kind is absent. */
                    quota: {
                        bytes?: number;
                        pages?: number;
                        cpuMs?: number;
                    };
                    /** @description Quotas that are used up; absent where there is none. */
                    readonly usedUp?: ("bytes" | "pages" | "cpuMs")[];
                    /** @description When its pages go on, since a quota is used up; absent where they do not wait for that. */
                    waitsUntil?: number;
                    /** @description Whether somebody has lifted its quotas for today. */
                    isLifted?: boolean;
                    /** @description All of that in words. */
                    says: string;
                };
                /** @description How often known pages change, and how they are visited again for it. Absent where no page was visited twice of late. */
                revisits?: {
                    /** @description Later visits of pages, by age, of late. */
                    observed: number;
                    /** @description Those that found another text. */
                    changed: number;
                    readonly byAge: {
                        /** @description Pages of this age and above, milliseconds. */
                        fromMs: number;
                        /** @description Below this age; absent for the oldest. */
                        toMs?: number;
                        observed: number;
                        changed: number;
                        /**
                         * @description unknown: too few visits to learn from. kept: visited at this age. left-out: one page in eight is, since next to none changed (all are at the last age). added: another visit follows, but after the last age, since many changed.
                         * @enum {string}
                         */
                        plan: "unknown" | "kept" | "left-out" | "added";
                    }[];
                    /** @description All of that in words. */
                    says: string;
                };
                readonly channels: {
                    kind: string;
                    url: string;
                    /** @enum {string} */
                    state: "blocked" | "gone" | "invalid" | "failing" | "drifting" | "silent" | "moved" | "waiting" | "new" | "delivering";
                    /** @description What is so, with the numbers and times that show it. */
                    reason: string;
                    /** @description What can be done; absent where nothing is to be done. */
                    next?: string;
                    /** @description The line of the source file that would mend it. */
                    line?: string;
                    /**
                     * @description Why it cannot be read.
                     * @enum {string}
                     */
                    fault?: "challenge" | "agent-refused" | "forbidden" | "login" | "payment" | "consent" | "denied-by-robots" | "rate-limited" | "gone" | "not-found" | "parked" | "page-not-feed" | "unreadable" | "address-blocked" | "bad-request" | "redirect-loop" | "too-large" | "tls-expired" | "tls-wrong-name" | "tls-self-signed" | "tls-untrusted" | "no-tls" | "tls" | "dns-no-name" | "dns-no-address" | "dns-unanswered" | "refused" | "unreachable" | "reset" | "timeout" | "protocol" | "robots-unreachable" | "server-error" | "bad-status" | "moved" | "empty" | "no-article" | "paywall" | "clock-wrong" | "future-dates";
                    lastStatus?: number;
                    /** @description Epoch milliseconds. */
                    lastAt?: number;
                    /** @description Epoch milliseconds. */
                    lastSuccessAt?: number;
                    lastError?: string;
                    entries?: number;
                    newEntries?: number;
                    /** @description How many it usually lists; not learnt of what a hub pushes. */
                    usualEntries?: number;
                    /** @description When something new came last. */
                    lastNewAt?: number;
                    /** @description The longest quiet time of late, milliseconds. */
                    quietMs?: number;
                    /** @description Since when it is not asked because this machine has no network. */
                    awaySince?: number;
                    /** @description Where its address redirects to for good. */
                    movedTo?: string;
                    /** @description Entries of the last answer that became no item, by their reason (docs/reasons.md). */
                    leftOut?: {
                        reason: string;
                        count: number;
                        example?: string;
                    }[];
                    /** @description Entries of the last answer whose turn comes at later polls. */
                    waiting?: number;
                    attempt: number;
                    /** @description Epoch milliseconds. */
                    nextAt?: number;
                    why?: string;
                }[];
            }[];
            readonly problems: {
                file: string;
                line: number;
                column: number;
                /** @description Field, such as channels[0].url; empty for the whole file. */
                path: string;
                message: string;
                found?: string;
                allowed?: string;
                /** @description What was probably meant. */
                suggestion?: string;
                /**
                 * @description kept: the source stays as the file had it before; out: the source is left out until the file is corrected.
                 * @enum {string}
                 */
                effect: "kept" | "out";
            }[];
            /** @description Sources that fit the query, of all pages. */
            total: number;
            /** @description Sources that fit the words of the query, by state; states without any are left out. */
            states: {
                [key: string]: number;
            };
        };
        PollAnswer: {
            sourceId: string;
            readonly channels: {
                url: string;
                /** @description Its domain asked for a pause until then. */
                waitsUntil?: number;
            }[];
        };
        LiftedAnswer: {
            sourceId: string;
            /** @description The brake that stood; absent where it was not braked. */
            lifted?: {
                /** @description Until then its pages wait; then one is tried. */
                until: number;
                /** @description How often in a row it was braked: once, and once for each trial that was too expensive. */
                strikes: number;
                /** @description The stages that its pages cost too much. */
                readonly stages: string[];
            };
            /** @description Quotas that were used up and are lifted for today; absent where none was. */
            readonly liftedQuotas?: ("bytes" | "pages" | "cpuMs")[];
        };
        FetchesAnswer: {
            sourceId: string;
            readonly channels: {
                kind: string;
                url: string;
                /** @description The newest first. */
                readonly fetches: {
                    /** @description When it was asked, epoch milliseconds. */
                    at: number;
                    /** @description How long the answer took, milliseconds. */
                    ms: number;
                    /** @description Status of the answer; absent where none came. */
                    status?: number;
                    /** @description Bytes of its body as they came. */
                    bytes?: number;
                    /** @description Entries of the answer, where it was read anew. */
                    entries?: number;
                    /** @description How many of them were new. */
                    fresh?: number;
                    /** @description Why the channel could not be read. */
                    error?: string;
                }[];
            }[];
        };
        ExaminationAnswer: {
            id: string;
            name: string;
            readonly examined: {
                url: string;
                /** @description What was asked for: a kind of channel, or page. */
                kind: string;
                /** @description What came, in a sentence. */
                came: string;
                readonly findings: {
                    /** @enum {string} */
                    fault: "challenge" | "agent-refused" | "forbidden" | "login" | "payment" | "consent" | "denied-by-robots" | "rate-limited" | "gone" | "not-found" | "parked" | "page-not-feed" | "unreadable" | "address-blocked" | "bad-request" | "redirect-loop" | "too-large" | "tls-expired" | "tls-wrong-name" | "tls-self-signed" | "tls-untrusted" | "no-tls" | "tls" | "dns-no-name" | "dns-no-address" | "dns-unanswered" | "refused" | "unreachable" | "reset" | "timeout" | "protocol" | "robots-unreachable" | "server-error" | "bad-status" | "moved" | "empty" | "no-article" | "paywall" | "clock-wrong" | "future-dates";
                    /** @description What is so. */
                    says: string;
                    /** @description What can be done. */
                    next: string;
                    /** @description The line of the source file that would mend it. */
                    line?: string;
                }[];
            }[];
        };
        LedgerAnswer: {
            item: string;
            url: string;
            sourceId: string;
            /** @enum {string} */
            fate: "waiting" | "retrying" | "passed" | "indexed" | "duplicate" | "dropped" | "gone" | "denied" | "dead" | "replayed";
            /** @enum {string} */
            stage: "discover" | "fetch" | "clean" | "enrich" | "index";
            reason?: string;
            articleId?: string;
            /** @description Trace of the newest visit (W3C trace context); spans of it are where traces are on. */
            traceId?: string;
            /** @description Where a viewer shows that trace (NEWSMILL_TRACE_VIEWER). */
            viewer?: string;
            meaning: string;
            /** @description What happens next. */
            next: string;
            /** @description Epoch milliseconds. */
            nextAt?: number;
            readonly events: ({
                item: string;
                url: string;
                sourceId: string;
                /** @enum {string} */
                stage: "discover" | "fetch" | "clean" | "enrich" | "index";
                /** @description fetchedAt of the page, 0 before the first fetch. */
                version: number;
                /** @default 0 */
                attempt: number;
                /** @enum {string} */
                fate: "waiting" | "retrying" | "passed" | "indexed" | "duplicate" | "dropped" | "gone" | "denied" | "dead" | "replayed";
                reason?: string;
                detail?: string;
                articleId?: string;
                /** @description Id of the article to which the address leads now, while that of articleId stays in the library. */
                leadsTo?: string;
                /** @description The extension that has the article now; it goes on when that answers. */
                extension?: string;
                /** @description What the frontier knew at discovery: a lost state is rebuilt from it. */
                frontier?: {
                    stamp: string;
                    priority: number;
                    host: string;
                    domain: string;
                    entry?: unknown;
                };
                firstSeen: number;
                at: number;
                /** @description Trace of the visit that it belongs to (W3C trace context), 32 hexadecimal digits. */
                traceId?: string;
            } & {
                [key: string]: unknown;
            })[];
        } | {
            readonly items: ({
                item: string;
                url: string;
                sourceId: string;
                /** @enum {string} */
                stage: "discover" | "fetch" | "clean" | "enrich" | "index";
                /** @description fetchedAt of the page, 0 before the first fetch. */
                version: number;
                /** @default 0 */
                attempt: number;
                /** @enum {string} */
                fate: "waiting" | "retrying" | "passed" | "indexed" | "duplicate" | "dropped" | "gone" | "denied" | "dead" | "replayed";
                reason?: string;
                detail?: string;
                articleId?: string;
                /** @description Id of the article to which the address leads now, while that of articleId stays in the library. */
                leadsTo?: string;
                /** @description The extension that has the article now; it goes on when that answers. */
                extension?: string;
                /** @description What the frontier knew at discovery: a lost state is rebuilt from it. */
                frontier?: {
                    stamp: string;
                    priority: number;
                    host: string;
                    domain: string;
                    entry?: unknown;
                };
                firstSeen: number;
                at: number;
                /** @description Trace of the visit that it belongs to (W3C trace context), 32 hexadecimal digits. */
                traceId?: string;
            } & {
                [key: string]: unknown;
            })[];
            next?: string;
        };
        AuditAnswer: {
            balanced: boolean;
            /** @description What does not balance, or has waited too long, in words. */
            readonly findings: string[];
            /** @description What does not balance, item by item: all of a kind by number, the first hundred by name. */
            readonly unbalanced: {
                /**
                 * @description missing: they are indexed according to the ledger, but are not in the library; stranger: they in the library have no item in the ledger; leftover: they are in the library, although the ledger says that they should not be; unburied: they are dead according to the ledger, but are not in the dead letters; stranded: they are stranded: on their way, but nothing carries them on (newsmill audit --mend fetches them again)
                 * @enum {string}
                 */
                kind: "missing" | "stranger" | "leftover" | "unburied" | "stranded";
                total: number;
                /** @description What to do about them. */
                next: string;
                readonly items: {
                    item: string;
                    url: string;
                    sourceId: string;
                    articleId?: string;
                }[];
            }[];
            /** @description When the items were last compared one by one; in a large mill, minutes ago. Absent where the count is narrowed, and before the first comparison. */
            checkedAt?: number;
            totals: {
                discovered: number;
                indexed: number;
                duplicate: number;
                dropped: number;
                gone: number;
                denied: number;
                dead: number;
                underWay: number;
            };
            documents: number;
            /** @description Articles of the library that are hidden unless somebody asks for them. */
            hidden: number;
            deadLetters: number;
            /** @description Newest hour first, 500 at most. */
            readonly rows: {
                sourceId: string;
                /** @description Start of the hour of discovery; of the day (UTC) where that is longer ago than NEWSMILL_SETTLED_AFTER. */
                hour: number;
                discovered: number;
                indexed: number;
                duplicate: number;
                dropped: number;
                gone: number;
                denied: number;
                dead: number;
                underWay: number;
                /** @description Counts by fate; items in progress are one number in underWay. */
                fates: {
                    [key: string]: number;
                };
            }[];
            /** @description The `cursor` of the rows that follow. */
            next?: string;
            readonly reasons: {
                /** @enum {string} */
                fate: "waiting" | "retrying" | "passed" | "indexed" | "duplicate" | "dropped" | "gone" | "denied" | "dead" | "replayed";
                reason: string;
                count: number;
            }[];
        };
        ReportAnswer: {
            /** @enum {string} */
            period: "month" | "quarter";
            /** @description The newest first. */
            readonly periods: {
                /** @description 2026-11, or 2026-Q4. */
                name: string;
                /** @description ISO 8601, UTC. */
                from: string;
                /** @description ISO 8601, UTC; exclusive. */
                to: string;
                /** @description Days of it that have begun. */
                days: number;
                /** @description Whether it has not ended yet. */
                isRunning: boolean;
            }[];
            /** @description By period, the newest first, and by source. */
            readonly items: {
                period: string;
                sourceId: string;
                /** @description Absent where no source file has it any more. */
                sourceName?: string;
                /** @description Articles in the library that were published in the period. */
                articles: number;
                /** @description Those of them that are near copies of another article. */
                copies: number;
                /** @description Days of the period, so far, without an article. */
                silentDays: number;
                /** @description When the newest article of the period was published. */
                newest?: string;
                /** @description From publication to discovery. */
                found?: {
                    /** @description Articles with an exact date that were found within a week of it. */
                    measured: number;
                    /** @description Seconds. */
                    p50: number;
                    /** @description Seconds. */
                    p95: number;
                };
                /** @description From publication to searchable, for the first time; of articles since newsmill keeps when that was. */
                searchable?: {
                    /** @description Articles with an exact date that were found within a week of it. */
                    measured: number;
                    /** @description Seconds. */
                    p50: number;
                    /** @description Seconds. */
                    p95: number;
                };
                /** @description Addresses that were first seen in the period, by what became of them. */
                items: {
                    discovered: number;
                    indexed: number;
                    /** @description They lead to an article that another address brought. */
                    duplicate: number;
                    /** @description Expected: they are none of ours. */
                    dropped: number;
                    gone: number;
                    denied: number;
                    /** @description They failed for good. */
                    dead: number;
                    underWay: number;
                };
            }[];
        };
        ProcessesAnswer: {
            readonly processes: {
                /** @description Another at each start. */
                id: string;
                /** @description What it runs: fetch, clean, enrich, index, api. */
                readonly services: string[];
                /** @description Version of newsmill. */
                version: string;
                /** @description Name of the machine or container. */
                host: string;
                pid: number;
                /** @description When it started. */
                since: number;
                /** @description When it last announced itself. */
                seenAt: number;
                /** @description When it last handled a message or a page. */
                lastMessageAt?: number;
                /** @description When it last made an article searchable. */
                searchableAt?: number;
                /** @description What stands in the way of its work. */
                readonly problems: {
                    name: string;
                    reason: string;
                }[];
                /** @description What waits, as this process sees it. */
                readonly waiting: {
                    /** @description Consumer group. */
                    group: string;
                    topic: string;
                    /** @description Messages that the group has not acknowledged. */
                    messages: number;
                    /** @description Age of the oldest of them, milliseconds. */
                    ageMs: number;
                    /** @description Since when the oldest of them has been the same one. */
                    unmovedSince?: number;
                }[];
                /** @description How full is what fills up, as this process sees it. */
                readonly room?: {
                    /**
                     * @description state: memory of the server that holds the state; data: disk of the data folder.
                     * @enum {string}
                     */
                    of: "state" | "data";
                    /** @description What is taken, whoever took it. */
                    bytes: number;
                    /** @description What there is. */
                    limit: number;
                    /** @description Until it is full at the rate of the last two weeks; absent in the first day, and where it does not grow. */
                    daysLeft?: number;
                }[];
            }[];
            /** @description Services that no living process runs; empty where no process lives at all. */
            readonly missing: ("fetch" | "clean" | "enrich" | "index" | "api")[];
            /** @description Work whose oldest message has not moved for NEWSMILL_STUCK_AFTER. */
            readonly stuck: {
                /** @description Consumer group. */
                group: string;
                topic: string;
                /** @description Messages that the group has not acknowledged. */
                messages: number;
                /** @description Age of the oldest of them, milliseconds. */
                ageMs: number;
                /** @description Epoch milliseconds. */
                unmovedSince: number;
                /** @description A service of the mill, or `extension` with the name of one. */
                service: string;
            }[];
            /** @description How full the state and each data folder are. */
            readonly room: {
                /**
                 * @description state: memory of the server that holds the state; data: disk of the data folder.
                 * @enum {string}
                 */
                of: "state" | "data";
                /** @description What is taken, whoever took it. */
                bytes: number;
                /** @description What there is. */
                limit: number;
                /** @description Until it is full at the rate of the last two weeks; absent in the first day, and where it does not grow. */
                daysLeft?: number;
                host: string;
            }[];
        };
        OverviewAnswer: {
            /** @description Epoch milliseconds. */
            at: number;
            readonly stages: {
                /** @enum {string} */
                stage: "fetch" | "clean" | "enrich" | "index";
                /** @description Processes that run it. */
                copies: number;
                /** @description In a minute, by the last one to two minutes. */
                perMinute: number;
                /** @description Messages that wait for it. */
                waiting?: number;
                /** @description For how long the oldest has waited. */
                oldestMs?: number;
                /** @description In the last hour, as the three below. */
                passed: number;
                dropped: number;
                /** @description Tries that are made again. */
                failed: number;
                dead: number;
            }[];
            readonly roles: {
                /** @enum {string} */
                service: "fetch" | "clean" | "enrich" | "index" | "api";
                copies: number;
                readonly versions: string[];
                readonly hosts: string[];
            }[];
            library: {
                /** @description Absent where the library cannot be asked now. */
                articles?: number;
                /** @description In a minute, by the last one to two minutes. */
                searchablePerMinute: number;
                /** @description In the last hour. */
                searchable: number;
                /** @description Mean time from discovery to searchable of these. */
                delaySeconds?: number;
                /** @description Epoch milliseconds. */
                newestAt?: number;
            };
            channels: {
                all: number;
                failing: number;
            };
            requests: {
                /** @description In a minute, by the last one to two minutes. */
                perMinute: number;
                /** @description In the last hour. */
                all: number;
                /** @description Of these, those with no answer or 5xx. */
                failed: number;
                bytes: number;
            };
            resources: {
                processes: number;
                /** @description Resident memory of all processes, bytes. */
                memory: number;
                /** @description Processor cores that they keep busy. */
                processors: number;
            };
            readonly room: {
                /**
                 * @description state: memory of the server that holds the state; data: disk of the data folder.
                 * @enum {string}
                 */
                of: "state" | "data";
                /** @description What is taken, whoever took it. */
                bytes: number;
                /** @description What there is. */
                limit: number;
                /** @description Until it is full at the rate of the last two weeks; absent in the first day, and where it does not grow. */
                daysLeft?: number;
                host: string;
            }[];
            /** @description What somebody must look after, the most urgent first. */
            readonly warnings: {
                name: string;
                text: string;
                /** @description What the text is made of. */
                facts?: {
                    [key: string]: string | number;
                };
                next: {
                    text: string;
                    /** @description Page of the console. */
                    page?: string;
                    command?: string;
                };
            }[];
        };
        SeriesAnswer: {
            /** @enum {string} */
            span: "hour" | "day" | "week" | "quarter";
            /** @description Length of a step, milliseconds. */
            stepMs: number;
            /** @description When each step begins, by the clock of the state. */
            readonly times: number[];
            readonly series: {
                /** @enum {string} */
                name: "passed.fetch" | "dropped.fetch" | "failed.fetch" | "dead.fetch" | "passed.clean" | "dropped.clean" | "failed.clean" | "dead.clean" | "passed.enrich" | "dropped.enrich" | "failed.enrich" | "dead.enrich" | "passed.index" | "dropped.index" | "failed.index" | "dead.index" | "busy.clean" | "lag.clean" | "busy.enrich" | "lag.enrich" | "busy.index" | "lag.index" | "searchable" | "dropped" | "failed" | "dead" | "delay" | "age" | "lag.ledger" | "lag.extension" | "requests.ok" | "requests.refused" | "requests.failed" | "traffic" | "processors" | "memory" | "room.state" | "room.data";
                /** @enum {string} */
                unit: "articles a minute" | "messages" | "requests a minute" | "bytes a second" | "seconds" | "processors" | "threads" | "bytes" | "share";
                says: string;
                /** @description A value for each step; null where no process said anything. */
                readonly values: (number | null)[];
            }[];
        };
        DeadAnswer: {
            /** @description All letters. */
            total: number;
            /** @description Those that are meant. */
            found: number;
            readonly reasons: {
                reason: string;
                count: number;
            }[];
            /** @description Details are cut after 300 characters; one letter has all of it. */
            readonly letters: ({
                /** @description Name of the dead letter in commands; stable over redelivery. */
                id: string;
                /** @enum {string} */
                stage: "discover" | "fetch" | "clean" | "enrich" | "index" | "alert";
                /** @description Topic that the message came from; empty for a request of the fetch stage. */
                topic: string;
                reason: string;
                /** @default  */
                detail: string;
                attempts: number;
                item?: string;
                url?: string;
                sourceId?: string;
                firstSeen?: number;
                version?: number;
                at: number;
                /** @description Id of its group: letters of the same cause. */
                group: string;
                bytes: number;
            } & {
                [key: string]: unknown;
            })[];
            reason?: string;
            /** @description The `cursor` of the next page. */
            next?: string;
            /** @description Places of the queue that are still being read after a start, at most: counts leave them out, the newest letters are there. Absent once all is read. */
            unread?: number;
        };
        DeadGroupsAnswer: {
            /** @description All letters. */
            total: number;
            /** @description Those that are meant. */
            found: number;
            /** @description Epoch milliseconds. */
            from: number;
            /** @description Epoch milliseconds. */
            to: number;
            /** @description Those with most letters first; at most 200. */
            readonly groups: {
                /** @description Stays the same for the same cause. */
                id: string;
                stage: string;
                reason: string;
                /** @description What the details have in common: numbers, ids and addresses left out. */
                title: string;
                /** @description The function at the top of the stack, where the details have one. */
                frame?: string;
                count: number;
                /** @description Epoch milliseconds. */
                firstSeen: number;
                /** @description Epoch milliseconds. */
                lastSeen: number;
                /** @description Sources that are touched. */
                sources: number;
                readonly topSources: {
                    source: string;
                    count: number;
                }[];
                /** @description Letters in equal parts of the time between `from` and `to`. */
                readonly overTime: number[];
                /** @description The newest letter. */
                example: {
                    /** @description Name of the dead letter in commands; stable over redelivery. */
                    id: string;
                    /** @enum {string} */
                    stage: "discover" | "fetch" | "clean" | "enrich" | "index" | "alert";
                    /** @description Topic that the message came from; empty for a request of the fetch stage. */
                    topic: string;
                    reason: string;
                    /** @default  */
                    detail: string;
                    attempts: number;
                    item?: string;
                    url?: string;
                    sourceId?: string;
                    firstSeen?: number;
                    version?: number;
                    at: number;
                    /** @description Id of its group: letters of the same cause. */
                    group: string;
                    bytes: number;
                } & {
                    [key: string]: unknown;
                };
            }[];
            /** @description Groups beyond those. */
            more: number;
            readonly reasons: {
                reason: string;
                count: number;
            }[];
            readonly stages: string[];
            readonly sources: string[];
            /** @description Places of the queue that are still being read after a start, at most: counts leave them out, the newest letters are there. Absent once all is read. */
            unread?: number;
        };
        DeadLetterAnswer: {
            /** @description Name of the dead letter in commands; stable over redelivery. */
            id: string;
            /** @enum {string} */
            stage: "discover" | "fetch" | "clean" | "enrich" | "index" | "alert";
            /** @description Topic that the message came from; empty for a request of the fetch stage. */
            topic: string;
            reason: string;
            /** @default  */
            detail: string;
            attempts: number;
            item?: string;
            url?: string;
            sourceId?: string;
            firstSeen?: number;
            version?: number;
            at: number;
            /** @description Id of its group: letters of the same cause. */
            group: string;
            bytes: number;
            readonly headers: {
                [key: string]: string;
            };
            /** @description The message, where it is UTF-8 and at most 64 KiB. */
            text?: string;
            /** @description Otherwise its first 64 KiB. */
            base64?: string;
            /** @description What the schema of its topic says against it today, by JSON pointer. */
            readonly faults: {
                pointer: string;
                detail: string;
            }[];
            /** @description What of it can be edited, as JSON. */
            editable?: string;
            /** @description By this an edit says what it is an edit of. */
            edition: string;
            articleId?: string;
        } & {
            [key: string]: unknown;
        };
        DeadReceipt: {
            id: string;
            /** @enum {string} */
            did: "discarded" | "edited";
            who: string;
            /** Format: date-time */
            when: string;
            /** @description Why letters were discarded. */
            reason?: string;
            /** @description How many letters it was done to. */
            letters: number;
            /** @description Which letters were meant, in words. */
            choice?: string;
            /** @description Id of the letter that was edited. */
            letter?: string;
            item?: string;
            url?: string;
            topic?: string;
            /** @description Of the message before it was edited. */
            sha256?: string;
            /** @description The JSON before it was edited. */
            before?: string;
            /** @description The JSON that was sent in its place; absent where there is no room for both. */
            after?: string;
        };
        DeadReceiptsAnswer: {
            readonly receipts: {
                id: string;
                /** @enum {string} */
                did: "discarded" | "edited";
                who: string;
                /** Format: date-time */
                when: string;
                /** @description Why letters were discarded. */
                reason?: string;
                /** @description How many letters it was done to. */
                letters: number;
                /** @description Which letters were meant, in words. */
                choice?: string;
                /** @description Id of the letter that was edited. */
                letter?: string;
                item?: string;
                url?: string;
                topic?: string;
                /** @description Of the message before it was edited. */
                sha256?: string;
                /** @description The JSON before it was edited. */
                before?: string;
                /** @description The JSON that was sent in its place; absent where there is no room for both. */
                after?: string;
            }[];
        };
        ReplayAnswer: {
            replayed: number;
            readonly ids: string[];
        };
        ReplayRunAnswer: {
            id: string;
            /**
             * @description interrupted: its process ended in the middle of it; start another.
             * @enum {string}
             */
            state: "running" | "done" | "stopped" | "failed" | "interrupted";
            choice: string;
            /** @description Messages per second, at most. */
            rate: number;
            total: number;
            replayed: number;
            /** @description Requests that the frontier no longer knows; their letters stay. */
            lost: number;
            /** @description Letters that somebody else took meanwhile. */
            gone: number;
            who: string;
            /** @description Epoch milliseconds. */
            startedAt: number;
            /** @description Epoch milliseconds. */
            updatedAt: number;
            stopper?: string;
            problem?: string;
        };
        ReplayRunsAnswer: {
            readonly replays: {
                id: string;
                /**
                 * @description interrupted: its process ended in the middle of it; start another.
                 * @enum {string}
                 */
                state: "running" | "done" | "stopped" | "failed" | "interrupted";
                choice: string;
                /** @description Messages per second, at most. */
                rate: number;
                total: number;
                replayed: number;
                /** @description Requests that the frontier no longer knows; their letters stay. */
                lost: number;
                /** @description Letters that somebody else took meanwhile. */
                gone: number;
                who: string;
                /** @description Epoch milliseconds. */
                startedAt: number;
                /** @description Epoch milliseconds. */
                updatedAt: number;
                stopper?: string;
                problem?: string;
            }[];
        };
        TrialsAnswer: {
            /** @description Letters that are meant. */
            found: number;
            tried: number;
            passes: number;
            dropped: number;
            fails: number;
            /** @description Requests, and what only the mill itself can tell. */
            untold: number;
            readonly trials: {
                id: string;
                /** @enum {string} */
                outcome: "passes" | "dropped" | "fails" | "asks" | "unknown";
                /** @description The stage that has the last word. */
                stage: string;
                reason?: string;
                detail?: string;
                article?: {
                    /**
                     * @description Headline.
                     * @example Night tram returns to the harbour
                     */
                    title: string;
                    /** @description The body, blocks joined by two newlines. */
                    text: string;
                    finalUrl: string;
                    /** @default [] */
                    authors: string[];
                    /** @description ISO 8601, UTC. */
                    published?: string;
                    /** @description What the page or source claims; enrich decides. */
                    language?: string;
                } & {
                    [key: string]: unknown;
                };
            }[];
        };
        ExtractAnswer: {
            /** @description Address that answered, else the one that was asked for. */
            url: string;
            /** @description Id of the source as which it was requested and read. */
            source?: string;
            /** @description What the server answered. */
            status?: number;
            article?: {
                finalUrl: string;
                /**
                 * @description Headline.
                 * @example Night tram returns to the harbour
                 */
                title: string;
                /**
                 * @description Second headline or standfirst.
                 * @example Council votes eleven to four
                 */
                subtitle?: string;
                /**
                 * @description The credit as printed.
                 * @example By Ada Moss, transport correspondent
                 */
                byline?: string;
                /** @default [] */
                authors: string[];
                /**
                 * @description Publisher as the page names it, otherwise the name of the source.
                 * @example Harbour Press
                 */
                publisher?: string;
                /** @description ISO 8601, UTC. */
                published?: string;
                /** @description ISO 8601, UTC. */
                modified?: string;
                /** @description What the page or source claims; enrich decides. */
                language?: string;
                /**
                 * @description The publisher's own description in whole sentences; without one the first two sentences of the text.
                 * @example The first tram leaves on Friday at 22:40.
                 */
                summary?: string;
                /**
                 * @description Section of the publication.
                 * @example Transport
                 */
                section?: string;
                /** @description The body, blocks joined by two newlines. */
                text: string;
                /**
                 * @description The text in blocks: paragraphs, headings, list items, quotes, tables, embeds, images.
                 * @example [
                 *       {
                 *         "kind": "paragraph",
                 *         "text": "The night tram runs again from Friday."
                 *       }
                 *     ]
                 */
                blocks: ({
                    /** @enum {string} */
                    kind: "paragraph" | "heading" | "list-item" | "quote" | "code" | "table" | "caption" | "embed" | "image";
                    text: string;
                    level?: number;
                    url?: string;
                    provider?: string;
                    alt?: string;
                } & {
                    [key: string]: unknown;
                })[];
                /** @default [] */
                images: ({
                    url: string;
                    caption?: string;
                    credit?: string;
                    alt?: string;
                    width?: number;
                    height?: number;
                } & {
                    [key: string]: unknown;
                })[];
                /**
                 * @description What the page says about its author.
                 * @example Ada Moss writes about trams.
                 */
                authorBio?: string;
                /**
                 * @description Notice of the publisher about the text.
                 * @example Views are those of the author.
                 */
                disclaimer?: string;
                /**
                 * @description Copyright notice as printed.
                 * @example © 2026 Harbour Press
                 */
                copyright?: string;
                /**
                 * @description Licence that the page names, otherwise the licence of the source file.
                 * @example https://creativecommons.org/licenses/by/4.0/
                 */
                licence?: string;
                /** @default [] */
                flags: ("hacked-title" | "title-disagrees" | "truncated" | "paywalled" | "hidden-text" | "link-farm" | "repeated-text" | "low-confidence" | "unlikely" | "sponsored" | "mojibake-mended" | "characters-lost" | "date-missing" | "quarantined" | "from-feed-entry")[];
                confidence: number;
                /** @default [] */
                provenance: ({
                    field: string;
                    value: string;
                    source: string;
                    confidence: number;
                } & {
                    [key: string]: unknown;
                })[];
                /** @default [] */
                removals: ({
                    pass: string;
                    /** @description At most 500 characters of it. */
                    text: string;
                    why: string;
                } & {
                    [key: string]: unknown;
                })[];
            } & {
                [key: string]: unknown;
            };
            /** @description Why the page is no article (docs/reasons.md). */
            reason?: string;
            /** @description Why there is no article, in words. */
            problem?: string;
        };
        SourceTestAnswer: {
            id: string;
            name: string;
            readonly tests: {
                /** @description Of the recorded page; tests[0] of what the file says. */
                name: string;
                url?: string;
                /**
                 * @description unrecorded: no page of that address is recorded, so the test counts as failed.
                 * @enum {string}
                 */
                result: "same" | "different" | "unrecorded";
                /** @description Line by line: - expected, + found; or why it could not be read. */
                readonly differences: string[];
            }[];
        };
        PlanAnswer: {
            /** @description In the order of their ids; those that stay as they are are counted alone. */
            readonly sources: {
                id: string;
                name?: string;
                /**
                 * @description kept: its file cannot be read now, so the mill keeps the source as it is.
                 * @enum {string}
                 */
                effect: "added" | "changed" | "removed" | "kept";
                readonly changes: {
                    /** @description Field, such as limits.delay. */
                    path: string;
                    /** @description JSON, shortened; of headers the names alone are told. */
                    before?: string;
                    after?: string;
                }[];
                /** @description Requests a day. */
                before?: {
                    /** @description Of channels. */
                    polls: number;
                    /** @description Of pages, as in the last seven days; absent where nothing is known. */
                    pages?: number;
                };
                after?: {
                    /** @description Of channels. */
                    polls: number;
                    /** @description Of pages, as in the last seven days; absent where nothing is known. */
                    pages?: number;
                };
                /** @description A source that goes and had the same channel. */
                insteadOf?: string;
                /** @description Its channels alone could be compared: what else it said is not known. */
                isPartly?: boolean;
                /** @description What a source leaves behind that goes. */
                leaves?: {
                    /** @description They stay, and are visited no more. */
                    articles: number;
                    /** @description Pages that wait to be fetched: dropped as no-source. */
                    waiting: number;
                    /** @description Pages that are fetched already: they go on. */
                    underWay: number;
                };
            }[];
            unchanged: number;
            /** @description Sources whose channels alone could be compared, unchanged ones among them. */
            partly: number;
            /** @description Requests a day of all sources; of pages, as far as they are known. */
            requests: {
                before: {
                    polls: number;
                    pages: number;
                };
                after: {
                    polls: number;
                    pages: number;
                };
            };
            /** @description Mistakes of the file that was sent, else of the files of the mill. */
            readonly problems: {
                file: string;
                line: number;
                column: number;
                /** @description Field, such as channels[0].url; empty for the whole file. */
                path: string;
                message: string;
                found?: string;
                allowed?: string;
                /** @description What was probably meant. */
                suggestion?: string;
            }[];
        };
        PreviewAnswer: {
            /** @enum {string} */
            kind: "feed" | "sitemap" | "list" | "page";
            /** @description Address that answered. */
            url: string;
            title?: string;
            language?: string;
            /** @description Of the feed: the address asked for, or one that the page links to. */
            feedUrl?: string;
            readonly feeds: {
                url: string;
                title?: string;
            }[];
            entries: number;
            /** @description Up to ten. */
            readonly articles: ({
                finalUrl: string;
                /**
                 * @description Headline.
                 * @example Night tram returns to the harbour
                 */
                title: string;
                /**
                 * @description Second headline or standfirst.
                 * @example Council votes eleven to four
                 */
                subtitle?: string;
                /**
                 * @description The credit as printed.
                 * @example By Ada Moss, transport correspondent
                 */
                byline?: string;
                /** @default [] */
                authors: string[];
                /**
                 * @description Publisher as the page names it, otherwise the name of the source.
                 * @example Harbour Press
                 */
                publisher?: string;
                /** @description ISO 8601, UTC. */
                published?: string;
                /** @description ISO 8601, UTC. */
                modified?: string;
                /** @description What the page or source claims; enrich decides. */
                language?: string;
                /**
                 * @description The publisher's own description in whole sentences; without one the first two sentences of the text.
                 * @example The first tram leaves on Friday at 22:40.
                 */
                summary?: string;
                /**
                 * @description Section of the publication.
                 * @example Transport
                 */
                section?: string;
                /** @description The body, blocks joined by two newlines. */
                text: string;
                /**
                 * @description The text in blocks: paragraphs, headings, list items, quotes, tables, embeds, images.
                 * @example [
                 *       {
                 *         "kind": "paragraph",
                 *         "text": "The night tram runs again from Friday."
                 *       }
                 *     ]
                 */
                blocks: ({
                    /** @enum {string} */
                    kind: "paragraph" | "heading" | "list-item" | "quote" | "code" | "table" | "caption" | "embed" | "image";
                    text: string;
                    level?: number;
                    url?: string;
                    provider?: string;
                    alt?: string;
                } & {
                    [key: string]: unknown;
                })[];
                /** @default [] */
                images: ({
                    url: string;
                    caption?: string;
                    credit?: string;
                    alt?: string;
                    width?: number;
                    height?: number;
                } & {
                    [key: string]: unknown;
                })[];
                /**
                 * @description What the page says about its author.
                 * @example Ada Moss writes about trams.
                 */
                authorBio?: string;
                /**
                 * @description Notice of the publisher about the text.
                 * @example Views are those of the author.
                 */
                disclaimer?: string;
                /**
                 * @description Copyright notice as printed.
                 * @example © 2026 Harbour Press
                 */
                copyright?: string;
                /**
                 * @description Licence that the page names, otherwise the licence of the source file.
                 * @example https://creativecommons.org/licenses/by/4.0/
                 */
                licence?: string;
                /** @default [] */
                flags: ("hacked-title" | "title-disagrees" | "truncated" | "paywalled" | "hidden-text" | "link-farm" | "repeated-text" | "low-confidence" | "unlikely" | "sponsored" | "mojibake-mended" | "characters-lost" | "date-missing" | "quarantined" | "from-feed-entry")[];
                confidence: number;
                /** @default [] */
                provenance: ({
                    field: string;
                    value: string;
                    source: string;
                    confidence: number;
                } & {
                    [key: string]: unknown;
                })[];
                /** @default [] */
                removals: ({
                    pass: string;
                    /** @description At most 500 characters of it. */
                    text: string;
                    why: string;
                } & {
                    [key: string]: unknown;
                })[];
            } & {
                [key: string]: unknown;
            })[];
            /** @description Channels that the publisher offers, best first. */
            readonly candidates?: {
                /** @enum {string} */
                kind: "feed" | "news-sitemap" | "sitemap" | "list";
                url: string;
                title?: string;
                entries: number;
                hasContent: boolean;
                hub?: string;
                foundBy: string;
                /** @description The section page by which it was found, or that it is. */
                section?: {
                    url: string;
                    title: string;
                };
                /** @description What it brings of the home page, where that lists articles. */
                coverage?: {
                    /** @description Articles that the home page shows. */
                    articles: number;
                    /** @description Those of them that the channel names. */
                    brought: number;
                    /** @description By how much its newest article is older than the newest that is known, milliseconds. */
                    behindMs?: number;
                    /** @description The same in words. */
                    says: string;
                };
                /** @description Of a channel of a section: what it names that no better one does. */
                adds?: {
                    /** @description Articles of the home page. */
                    ofHome: number;
                    /** @description Articles that the home page does not show. */
                    others: number;
                    /** @description The same in words. */
                    says: string;
                };
                /** @description Whether all: true takes it. */
                isUseful: boolean;
            }[];
            /** @description Where section pages were looked for. */
            sections?: {
                /** @description Section pages that were asked for. */
                looked: number;
                /** @description Sections that were not: by the number, the time, or robots.txt. */
                left: number;
                /** @description Requests for pages, feeds and robots.txt. */
                requests: number;
            };
            /** @description What each rule of a configured source (include, exclude) would leave out of the entries now, where the address is one of its channels. */
            readonly rules?: {
                channel: string;
                entries: number;
                readonly rules: {
                    rule: string;
                    leftOut: number;
                    readonly examples: string[];
                }[];
                problem?: string;
            }[];
            readonly problems: string[];
        };
        AddedSourceAnswer: {
            source: {
                /** @description Name of the source in all data; never changes. */
                id: string;
                /** @description Name of the publication as readers know it. */
                name: string;
                /** @description Ways by which the source tells of new articles. */
                channels: {
                    /**
                     * @description How the channel is read.
                     * @default feed
                     * @enum {string}
                     */
                    kind: "feed" | "sitemap" | "news-sitemap" | "list" | "warc";
                    /**
                     * Format: uri
                     * @description Address of the feed, sitemap, list page or WARC file; file:///… for a WARC file on the disk of the fetch service.
                     */
                    url: string;
                    /** @description CSS selector of the article links of a list page; without it they are found by where they stand and what their addresses look like. */
                    select?: string;
                    /** @description Beginnings of the addresses that are taken from a WARC file; without it the domains of the other channels. */
                    within?: string[];
                    /** @description How often it is polled; without it the interval adapts to the publisher. */
                    interval?: string;
                    /** @description Whether articles are made of the entries of this channel alone and no page is fetched; without it as the source says. */
                    feedOnly?: boolean;
                    /** @description Only what one of these rules holds for is taken; without any, all. */
                    include?: {
                        /** @description Name under which the ledger and the metrics tell of it; without it its place in the file. */
                        name?: string;
                        /** @description Patterns of whole titles, such as "*live blog*". */
                        title?: string[];
                        /** @description Patterns of addresses: whole, without https:// and www., or from the / of the path on. */
                        url?: string[];
                        /** @description Patterns of whole categories, sections or keywords. */
                        category?: string[];
                        /** @description Patterns of whole names of authors. */
                        author?: string[];
                        /** @description Hosts of the page, with all hosts below them. */
                        host?: string[];
                        /** @description Languages that page or feed name; en holds for en-GB too. */
                        language?: string[];
                        /** @description The article was published longer ago than this when it was found. */
                        olderThan?: string;
                        /** @description The text has fewer words than this. */
                        fewerWords?: number;
                        /** @description Whether it is marked as paid for (advertorial, sponsored content): true or false. */
                        sponsored?: boolean;
                    }[];
                    /** @description What one of these rules holds for is left out. */
                    exclude?: {
                        /** @description Name under which the ledger and the metrics tell of it; without it its place in the file. */
                        name?: string;
                        /** @description Patterns of whole titles, such as "*live blog*". */
                        title?: string[];
                        /** @description Patterns of addresses: whole, without https:// and www., or from the / of the path on. */
                        url?: string[];
                        /** @description Patterns of whole categories, sections or keywords. */
                        category?: string[];
                        /** @description Patterns of whole names of authors. */
                        author?: string[];
                        /** @description Hosts of the page, with all hosts below them. */
                        host?: string[];
                        /** @description Languages that page or feed name; en holds for en-GB too. */
                        language?: string[];
                        /** @description The article was published longer ago than this when it was found. */
                        olderThan?: string;
                        /** @description The text has fewer words than this. */
                        fewerWords?: number;
                        /** @description Whether it is marked as paid for (advertorial, sponsored content): true or false. */
                        sponsored?: boolean;
                    }[];
                }[];
                /**
                 * @description Further domains of the publication, where its channels lie elsewhere: a channel speaks for pages of its own domain and of these alone.
                 * @default []
                 */
                domains: string[];
                /**
                 * @description Whether the source is polled.
                 * @default true
                 */
                enabled: boolean;
                /** @description Main language, as BCP 47 tag. */
                language?: string;
                /** @description Country of the publisher, ISO 3166-1. */
                country?: string;
                /** @description IANA time zone of dates that name none. */
                timeZone?: string;
                /**
                 * @description Free labels for searching and grouping.
                 * @default []
                 */
                tags: string[];
                /** @description Licence or terms under which the articles may be used. */
                licence?: string;
                /** @description What may be done with the articles against what their pages reserve (docs/rights.md), and on what ground. It counts at once, for all articles of the source. */
                rights?: {
                    /** @description Why, in writing: the contract or law that allows it. Shown wherever it counts. */
                    ground: string;
                    /** @description Uses that are allowed whatever the pages say. */
                    allow: ("snippet" | "fullText" | "archive" | "export" | "agents" | "training")[];
                };
                /** @description How long articles are kept; without it, for ever. */
                retention?: string;
                /**
                 * @description Whether robots.txt and what pages say to robots (noindex) are obeyed: obey both, robots-txt that file alone, ignore neither. All but obey only with the publisher's permission.
                 * @default obey
                 * @enum {string}
                 */
                robots: "obey" | "robots-txt" | "ignore";
                /**
                 * @description Extra request headers; ${NAME} is read from the environment.
                 * @default {}
                 */
                headers: {
                    [key: string]: string;
                };
                /** @description By what the servers of the source are reached; ${NAME} is read from the environment. */
                access?: {
                    /** @description Proxy by which all requests of the source go, with user and password as secrets. */
                    proxy?: string;
                    /** @description Certificate of the client, PEM: a secret. */
                    certificate?: string;
                    /** @description Key of that certificate, PEM: a secret. */
                    key?: string;
                };
                /**
                 * @description Private host:port pairs that this source may reach, exactly as in its addresses.
                 * @default []
                 */
                allowPrivate: string[];
                /**
                 * @description Whether the hub that a feed names is asked to push it (WebSub); auto where NEWSMILL_PUBLIC_URL is set.
                 * @default auto
                 * @enum {string}
                 */
                websub: "auto" | "off";
                /**
                 * @description Whether sitemaps that robots.txt names become channels by themselves.
                 * @default false
                 */
                discover: boolean;
                /** @description Limits of requests to this source. */
                limits: {
                    /**
                     * @description Pause between two requests to one host.
                     * @default 1s
                     */
                    delay: string;
                    /**
                     * @description Greatest size of an answer, decoded, in bytes.
                     * @default 10485760
                     */
                    maxBytes: number;
                    /**
                     * @description Greatest duration of one request, in all.
                     * @default 30s
                     */
                    timeout: string;
                    /**
                     * @description Greatest number of entries taken at one poll of a channel; the others follow at later polls.
                     * @default 2000
                     */
                    maxItemsPerPoll: number;
                };
                /** @description What the source may use a day (UTC); none: without end. When it is used up, its pages wait for the next day; channels are still polled. */
                quota?: {
                    /** @description Bytes of answers, as they come over the wire; without it as NEWSMILL_SOURCE_BYTES_A_DAY says. */
                    bytes?: number | "none";
                    /** @description Requests for pages; without it as NEWSMILL_SOURCE_PAGES_A_DAY says. */
                    pages?: number | "none";
                    /** @description CPU time of reading its channels and of cleaning and enriching its pages; without it as NEWSMILL_SOURCE_CPU_A_DAY says. */
                    cpu?: string | "none";
                };
                /**
                 * @description Whether an article that its publisher has taken away (404, 410) leaves the library.
                 * @default remove
                 * @enum {string}
                 */
                onGone: "remove" | "keep";
                /** @description Whether the whole text of a feed entry stands in for a page that cannot be had: without it where the page fails or a wall (challenge, login, consent) stands before it, true also where it is refused (401, 403), false never. Only for pages that the channel speaks for, and never where robots.txt forbids the page or cannot be had. */
                entryFallback?: boolean;
                /** @description Whether articles are made of feed entries alone and no page is fetched: for publishers that forbid fetching, or whose feeds carry whole texts. Only for pages that the channel speaks for. */
                feedOnly?: boolean;
                /** @description Only what one of these rules holds for is taken; without any, all. */
                include?: {
                    /** @description Name under which the ledger and the metrics tell of it; without it its place in the file. */
                    name?: string;
                    /** @description Patterns of whole titles, such as "*live blog*". */
                    title?: string[];
                    /** @description Patterns of addresses: whole, without https:// and www., or from the / of the path on. */
                    url?: string[];
                    /** @description Patterns of whole categories, sections or keywords. */
                    category?: string[];
                    /** @description Patterns of whole names of authors. */
                    author?: string[];
                    /** @description Hosts of the page, with all hosts below them. */
                    host?: string[];
                    /** @description Languages that page or feed name; en holds for en-GB too. */
                    language?: string[];
                    /** @description The article was published longer ago than this when it was found. */
                    olderThan?: string;
                    /** @description The text has fewer words than this. */
                    fewerWords?: number;
                    /** @description Whether it is marked as paid for (advertorial, sponsored content): true or false. */
                    sponsored?: boolean;
                }[];
                /** @description What one of these rules holds for is left out. */
                exclude?: {
                    /** @description Name under which the ledger and the metrics tell of it; without it its place in the file. */
                    name?: string;
                    /** @description Patterns of whole titles, such as "*live blog*". */
                    title?: string[];
                    /** @description Patterns of addresses: whole, without https:// and www., or from the / of the path on. */
                    url?: string[];
                    /** @description Patterns of whole categories, sections or keywords. */
                    category?: string[];
                    /** @description Patterns of whole names of authors. */
                    author?: string[];
                    /** @description Hosts of the page, with all hosts below them. */
                    host?: string[];
                    /** @description Languages that page or feed name; en holds for en-GB too. */
                    language?: string[];
                    /** @description The article was published longer ago than this when it was found. */
                    olderThan?: string;
                    /** @description The text has fewer words than this. */
                    fewerWords?: number;
                    /** @description Whether it is marked as paid for (advertorial, sponsored content): true or false. */
                    sponsored?: boolean;
                }[];
                /** @description Where the pages have what is not found by itself. */
                rules?: {
                    /** @description Elements whose text is the body. */
                    body?: string[];
                    /** @description Elements whose text is not part of the body. */
                    remove?: string[];
                    /** @description Element with the headline. */
                    title?: string;
                    /** @description Elements with one author each. */
                    authors?: string;
                    /** @description Element with the date of publication: its datetime or content attribute, else its text. */
                    published?: string;
                };
                /**
                 * @description Pages and what must be found in them.
                 * @default []
                 */
                tests: {
                    /** Format: uri */
                    url: string;
                    title?: string;
                    /** @default [] */
                    contains: string[];
                }[];
            };
            file: string;
            /** @description Folder of the page that was recorded as its first test. */
            test?: string;
        };
        ImportAnswer: {
            /** @enum {string} */
            format: "opml" | "table" | "addresses";
            dryRun: boolean;
            readonly lines: {
                address: string;
                /**
                 * @description new: it became a source, or would. known: a source has it already. held: a file with a mistake names it. refused: it can become no source.
                 * @enum {string}
                 */
                outcome: "new" | "known" | "held" | "refused";
                id?: string;
                name?: string;
                readonly channels?: string[];
                file?: string;
                reason?: string;
            }[];
            /** @description Mistakes in a table, by line and column. */
            readonly problems: {
                file: string;
                line: number;
                column: number;
                /** @description Field, such as channels[0].url; empty for the whole file. */
                path: string;
                message: string;
                found?: string;
                allowed?: string;
                /** @description What was probably meant. */
                suggestion?: string;
            }[];
        };
        VersionsAnswer: {
            id: string;
            /** @description The oldest first; the last one is that of now. */
            readonly versions: {
                /** @description fetchedAt of the last page that read so, epoch milliseconds. */
                version: number;
                /** @description When newsmill first read it so; of the first version, when it was discovered. */
                from: string;
                /** @description When newsmill first read it otherwise; absent: it reads so now. */
                until?: string;
                /** @description What the edit changed that made it; none for the first version. */
                readonly classes: ("headline" | "correction" | "retraction" | "number" | "typo" | "text")[];
                title: string;
                subtitle?: string;
                language: string;
                authors: string[];
                published: string;
                modified?: string;
                /** @description The text; an empty line separates paragraphs. */
                content: string;
            }[];
        };
        ComparisonAnswer: {
            id: string;
            from: {
                /** @description fetchedAt of the last page that read so, epoch milliseconds. */
                version: number;
                /** @description When newsmill first read it so; of the first version, when it was discovered. */
                from: string;
                /** @description When newsmill first read it otherwise; absent: it reads so now. */
                until?: string;
                /** @description What the edit changed that made it; none for the first version. */
                readonly classes: ("headline" | "correction" | "retraction" | "number" | "typo" | "text")[];
                title: string;
                subtitle?: string;
                language: string;
                authors: string[];
                published: string;
                modified?: string;
            };
            to: {
                /** @description fetchedAt of the last page that read so, epoch milliseconds. */
                version: number;
                /** @description When newsmill first read it so; of the first version, when it was discovered. */
                from: string;
                /** @description When newsmill first read it otherwise; absent: it reads so now. */
                until?: string;
                /** @description What the edit changed that made it; none for the first version. */
                readonly classes: ("headline" | "correction" | "retraction" | "number" | "typo" | "text")[];
                title: string;
                subtitle?: string;
                language: string;
                authors: string[];
                published: string;
                modified?: string;
            };
            /** @description What differs between the two. */
            readonly classes: ("headline" | "correction" | "retraction" | "number" | "typo" | "text")[];
            /** @description All pieces that are not added are the earlier text; all that are not removed, the later one. */
            readonly title: {
                /** @enum {string} */
                kind: "same" | "removed" | "added";
                text: string;
            }[];
            /** @description Both texts, sentence by sentence. */
            readonly sentences: ({
                /** @enum {string} */
                kind: "same" | "removed" | "added";
                text: string;
            } | {
                /** @constant */
                kind: "changed";
                before: string;
                after: string;
                /** @description All pieces that are not added are the earlier text; all that are not removed, the later one. */
                readonly words: {
                    /** @enum {string} */
                    kind: "same" | "removed" | "added";
                    text: string;
                }[];
            })[];
        };
        CoverageAnswer: {
            id: string;
            /** @description Articles of the story and its near copies; where there are more than are listed, the newest are left out. */
            total: number;
            /** @description In the order of publication. */
            readonly items: {
                id: string;
                url: string;
                title: string;
                /** @description ISO 8601, UTC. */
                published: string;
                /** @description Id of the source. */
                source: string;
                sourceName?: string;
                /** @description BCP 47. */
                language: string;
                /**
                 * @description What it is to the first of its family of near copies.
                 * @enum {string}
                 */
                relation?: "first" | "copy" | "update" | "excerpt" | "expansion";
                /** @description News agency that its text is from. */
                agency?: string;
                /** @description What it adds to those before it; absent of the first. */
                adds?: {
                    /** @description Sentences that none before it has, at most eight; within one language. */
                    readonly sentences: string[];
                    /** @description Sentences that were compared. */
                    compared: number;
                    /** @description People, organisations and places. */
                    readonly names: string[];
                    /** @description Amounts of money, and quantities. */
                    readonly figures: string[];
                };
            }[];
        };
        RelatedAnswer: {
            items: {
                id: string;
                url: string;
                title: string;
                summary?: string;
                /** @description ISO 8601, UTC. */
                published: string;
                /** @description Id of the source. */
                source: string;
                sourceName?: string;
                /** @description BCP 47. */
                language: string;
                readonly authors: string[];
                image?: string;
                duplicateOf?: string;
                familyId?: string;
                storyId?: string;
                readonly flags: string[];
                /** @description What is said of its rights; without it nothing is reserved. */
                rights?: {
                    /** @description found by searches and shown at all. */
                    index?: {
                        /** @enum {string} */
                        decision: "allowed" | "denied" | "limited";
                        /** @description Characters at most, where it is limited. */
                        limit?: number;
                        /** @description The rules that say so. */
                        rules: ({
                            /** @description Where it stands, such as "meta robots" or "X-Robots-Tag". */
                            source: string;
                            /** @description What it says, at most 200 characters. */
                            value: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                    } & {
                        [key: string]: unknown;
                    };
                    /** @description a piece of its text shown: summary, standfirst, found words. */
                    snippet?: {
                        /** @enum {string} */
                        decision: "allowed" | "denied" | "limited";
                        /** @description Characters at most, where it is limited. */
                        limit?: number;
                        /** @description The rules that say so. */
                        rules: ({
                            /** @description Where it stands, such as "meta robots" or "X-Robots-Tag". */
                            source: string;
                            /** @description What it says, at most 200 characters. */
                            value: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                    } & {
                        [key: string]: unknown;
                    };
                    /** @description its whole text read in this mill. */
                    fullText?: {
                        /** @enum {string} */
                        decision: "allowed" | "denied" | "limited";
                        /** @description Characters at most, where it is limited. */
                        limit?: number;
                        /** @description The rules that say so. */
                        rules: ({
                            /** @description Where it stands, such as "meta robots" or "X-Robots-Tag". */
                            source: string;
                            /** @description What it says, at most 200 characters. */
                            value: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                    } & {
                        [key: string]: unknown;
                    };
                    /** @description its raw page kept once it has been read. */
                    archive?: {
                        /** @enum {string} */
                        decision: "allowed" | "denied" | "limited";
                        /** @description Characters at most, where it is limited. */
                        limit?: number;
                        /** @description The rules that say so. */
                        rules: ({
                            /** @description Where it stands, such as "meta robots" or "X-Robots-Tag". */
                            source: string;
                            /** @description What it says, at most 200 characters. */
                            value: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                    } & {
                        [key: string]: unknown;
                    };
                    /** @description its text handed on in an export. */
                    export?: {
                        /** @enum {string} */
                        decision: "allowed" | "denied" | "limited";
                        /** @description Characters at most, where it is limited. */
                        limit?: number;
                        /** @description The rules that say so. */
                        rules: ({
                            /** @description Where it stands, such as "meta robots" or "X-Robots-Tag". */
                            source: string;
                            /** @description What it says, at most 200 characters. */
                            value: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                    } & {
                        [key: string]: unknown;
                    };
                    /** @description its text given to a language model that answers questions. */
                    agents?: {
                        /** @enum {string} */
                        decision: "allowed" | "denied" | "limited";
                        /** @description Characters at most, where it is limited. */
                        limit?: number;
                        /** @description The rules that say so. */
                        rules: ({
                            /** @description Where it stands, such as "meta robots" or "X-Robots-Tag". */
                            source: string;
                            /** @description What it says, at most 200 characters. */
                            value: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                    } & {
                        [key: string]: unknown;
                    };
                    /** @description its text used to train a model. */
                    training?: {
                        /** @enum {string} */
                        decision: "allowed" | "denied" | "limited";
                        /** @description Characters at most, where it is limited. */
                        limit?: number;
                        /** @description The rules that say so. */
                        rules: ({
                            /** @description Where it stands, such as "meta robots" or "X-Robots-Tag". */
                            source: string;
                            /** @description What it says, at most 200 characters. */
                            value: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                    } & {
                        [key: string]: unknown;
                    };
                    /** @description Uses that are denied or limited, and `later` where it must not be shown after a time. */
                    reserved: string[];
                    /** @description ISO 8601, UTC: not to be shown after that. */
                    unavailableAfter?: string;
                    /** @description The licence, with its name where it is one of Creative Commons. */
                    licence?: {
                        name?: string;
                        url?: string;
                    } & {
                        [key: string]: unknown;
                    };
                    /** @description Where terms or licences are to be had: addresses that the page names; they are not read. */
                    terms?: ({
                        source: string;
                        url: string;
                    } & {
                        [key: string]: unknown;
                    })[];
                    /** @description How the publisher wants to be named (schema.org creditText). */
                    credit?: string;
                    /** @description In an answer: what was left out of it, and the rules that say so. */
                    withheld?: string[];
                } & {
                    [key: string]: unknown;
                };
                /** @description Where hits are collapsed: how many more of the family or story were found. */
                others?: number;
                /** @description Plain text; marks are [start, end) offsets in UTF-16 units. */
                readonly highlights: {
                    /** @enum {string} */
                    field: "title" | "content";
                    text: string;
                    readonly marks: [
                        number,
                        number
                    ][];
                }[];
                sameStory: boolean;
            }[];
        };
        TimelineAnswer: {
            /** @enum {string} */
            interval: "hour" | "day" | "week" | "month";
            total: number;
            readonly items: {
                /** @description ISO 8601, UTC. */
                start: string;
                count: number;
            }[];
            /** @description Whether only the newest articles or periods were counted. */
            approximate: boolean;
        };
        TopAnswer: {
            /** @enum {string} */
            field: "source" | "language" | "section" | "author" | "person" | "organisation" | "place" | "topic" | "subtopic" | "keyPhrase" | "keyword" | "country" | "domain" | "fact";
            total: number;
            readonly items: {
                value: string;
                /** @description Of topics: the name of the code. */
                label?: string;
                count: number;
            }[];
            /** @description Whether only the newest articles were counted. */
            approximate: boolean;
        };
        TrendsAnswer: {
            from: string;
            to: string;
            /** @description Where the background begins; it ends with the window. */
            since: string;
            /** @description Articles of the window, without copies. */
            total: number;
            backgroundTotal: number;
            readonly items: {
                /** @enum {string} */
                field: "person" | "organisation" | "place" | "topic" | "keyPhrase";
                value: string;
                label?: string;
                count: number;
                background: number;
                /** @description JLH: the difference of the shares in window and background times their ratio. */
                score: number;
            }[];
            /** @description Whether only the newest articles were counted. */
            approximate: boolean;
        };
        Source: {
            /** @description Name of the source in all data; never changes. */
            id: string;
            /** @description Name of the publication as readers know it. */
            name: string;
            /** @description Ways by which the source tells of new articles. */
            channels: {
                /**
                 * @description How the channel is read.
                 * @default feed
                 * @enum {string}
                 */
                kind: "feed" | "sitemap" | "news-sitemap" | "list" | "warc";
                /**
                 * Format: uri
                 * @description Address of the feed, sitemap, list page or WARC file; file:///… for a WARC file on the disk of the fetch service.
                 */
                url: string;
                /** @description CSS selector of the article links of a list page; without it they are found by where they stand and what their addresses look like. */
                select?: string;
                /** @description Beginnings of the addresses that are taken from a WARC file; without it the domains of the other channels. */
                within?: string[];
                /** @description How often it is polled; without it the interval adapts to the publisher. */
                interval?: string;
                /** @description Whether articles are made of the entries of this channel alone and no page is fetched; without it as the source says. */
                feedOnly?: boolean;
                /** @description Only what one of these rules holds for is taken; without any, all. */
                include?: {
                    /** @description Name under which the ledger and the metrics tell of it; without it its place in the file. */
                    name?: string;
                    /** @description Patterns of whole titles, such as "*live blog*". */
                    title?: string[];
                    /** @description Patterns of addresses: whole, without https:// and www., or from the / of the path on. */
                    url?: string[];
                    /** @description Patterns of whole categories, sections or keywords. */
                    category?: string[];
                    /** @description Patterns of whole names of authors. */
                    author?: string[];
                    /** @description Hosts of the page, with all hosts below them. */
                    host?: string[];
                    /** @description Languages that page or feed name; en holds for en-GB too. */
                    language?: string[];
                    /** @description The article was published longer ago than this when it was found. */
                    olderThan?: string;
                    /** @description The text has fewer words than this. */
                    fewerWords?: number;
                    /** @description Whether it is marked as paid for (advertorial, sponsored content): true or false. */
                    sponsored?: boolean;
                }[];
                /** @description What one of these rules holds for is left out. */
                exclude?: {
                    /** @description Name under which the ledger and the metrics tell of it; without it its place in the file. */
                    name?: string;
                    /** @description Patterns of whole titles, such as "*live blog*". */
                    title?: string[];
                    /** @description Patterns of addresses: whole, without https:// and www., or from the / of the path on. */
                    url?: string[];
                    /** @description Patterns of whole categories, sections or keywords. */
                    category?: string[];
                    /** @description Patterns of whole names of authors. */
                    author?: string[];
                    /** @description Hosts of the page, with all hosts below them. */
                    host?: string[];
                    /** @description Languages that page or feed name; en holds for en-GB too. */
                    language?: string[];
                    /** @description The article was published longer ago than this when it was found. */
                    olderThan?: string;
                    /** @description The text has fewer words than this. */
                    fewerWords?: number;
                    /** @description Whether it is marked as paid for (advertorial, sponsored content): true or false. */
                    sponsored?: boolean;
                }[];
            }[];
            /**
             * @description Further domains of the publication, where its channels lie elsewhere: a channel speaks for pages of its own domain and of these alone.
             * @default []
             */
            domains: string[];
            /**
             * @description Whether the source is polled.
             * @default true
             */
            enabled: boolean;
            /** @description Main language, as BCP 47 tag. */
            language?: string;
            /** @description Country of the publisher, ISO 3166-1. */
            country?: string;
            /** @description IANA time zone of dates that name none. */
            timeZone?: string;
            /**
             * @description Free labels for searching and grouping.
             * @default []
             */
            tags: string[];
            /** @description Licence or terms under which the articles may be used. */
            licence?: string;
            /** @description What may be done with the articles against what their pages reserve (docs/rights.md), and on what ground. It counts at once, for all articles of the source. */
            rights?: {
                /** @description Why, in writing: the contract or law that allows it. Shown wherever it counts. */
                ground: string;
                /** @description Uses that are allowed whatever the pages say. */
                allow: ("snippet" | "fullText" | "archive" | "export" | "agents" | "training")[];
            };
            /** @description How long articles are kept; without it, for ever. */
            retention?: string;
            /**
             * @description Whether robots.txt and what pages say to robots (noindex) are obeyed: obey both, robots-txt that file alone, ignore neither. All but obey only with the publisher's permission.
             * @default obey
             * @enum {string}
             */
            robots: "obey" | "robots-txt" | "ignore";
            /**
             * @description Extra request headers; ${NAME} is read from the environment.
             * @default {}
             */
            headers: {
                [key: string]: string;
            };
            /** @description By what the servers of the source are reached; ${NAME} is read from the environment. */
            access?: {
                /** @description Proxy by which all requests of the source go, with user and password as secrets. */
                proxy?: string;
                /** @description Certificate of the client, PEM: a secret. */
                certificate?: string;
                /** @description Key of that certificate, PEM: a secret. */
                key?: string;
            };
            /**
             * @description Private host:port pairs that this source may reach, exactly as in its addresses.
             * @default []
             */
            allowPrivate: string[];
            /**
             * @description Whether the hub that a feed names is asked to push it (WebSub); auto where NEWSMILL_PUBLIC_URL is set.
             * @default auto
             * @enum {string}
             */
            websub: "auto" | "off";
            /**
             * @description Whether sitemaps that robots.txt names become channels by themselves.
             * @default false
             */
            discover: boolean;
            /** @description Limits of requests to this source. */
            limits: {
                /**
                 * @description Pause between two requests to one host.
                 * @default 1s
                 */
                delay: string;
                /**
                 * @description Greatest size of an answer, decoded, in bytes.
                 * @default 10485760
                 */
                maxBytes: number;
                /**
                 * @description Greatest duration of one request, in all.
                 * @default 30s
                 */
                timeout: string;
                /**
                 * @description Greatest number of entries taken at one poll of a channel; the others follow at later polls.
                 * @default 2000
                 */
                maxItemsPerPoll: number;
            };
            /** @description What the source may use a day (UTC); none: without end. When it is used up, its pages wait for the next day; channels are still polled. */
            quota?: {
                /** @description Bytes of answers, as they come over the wire; without it as NEWSMILL_SOURCE_BYTES_A_DAY says. */
                bytes?: number | "none";
                /** @description Requests for pages; without it as NEWSMILL_SOURCE_PAGES_A_DAY says. */
                pages?: number | "none";
                /** @description CPU time of reading its channels and of cleaning and enriching its pages; without it as NEWSMILL_SOURCE_CPU_A_DAY says. */
                cpu?: string | "none";
            };
            /**
             * @description Whether an article that its publisher has taken away (404, 410) leaves the library.
             * @default remove
             * @enum {string}
             */
            onGone: "remove" | "keep";
            /** @description Whether the whole text of a feed entry stands in for a page that cannot be had: without it where the page fails or a wall (challenge, login, consent) stands before it, true also where it is refused (401, 403), false never. Only for pages that the channel speaks for, and never where robots.txt forbids the page or cannot be had. */
            entryFallback?: boolean;
            /** @description Whether articles are made of feed entries alone and no page is fetched: for publishers that forbid fetching, or whose feeds carry whole texts. Only for pages that the channel speaks for. */
            feedOnly?: boolean;
            /** @description Only what one of these rules holds for is taken; without any, all. */
            include?: {
                /** @description Name under which the ledger and the metrics tell of it; without it its place in the file. */
                name?: string;
                /** @description Patterns of whole titles, such as "*live blog*". */
                title?: string[];
                /** @description Patterns of addresses: whole, without https:// and www., or from the / of the path on. */
                url?: string[];
                /** @description Patterns of whole categories, sections or keywords. */
                category?: string[];
                /** @description Patterns of whole names of authors. */
                author?: string[];
                /** @description Hosts of the page, with all hosts below them. */
                host?: string[];
                /** @description Languages that page or feed name; en holds for en-GB too. */
                language?: string[];
                /** @description The article was published longer ago than this when it was found. */
                olderThan?: string;
                /** @description The text has fewer words than this. */
                fewerWords?: number;
                /** @description Whether it is marked as paid for (advertorial, sponsored content): true or false. */
                sponsored?: boolean;
            }[];
            /** @description What one of these rules holds for is left out. */
            exclude?: {
                /** @description Name under which the ledger and the metrics tell of it; without it its place in the file. */
                name?: string;
                /** @description Patterns of whole titles, such as "*live blog*". */
                title?: string[];
                /** @description Patterns of addresses: whole, without https:// and www., or from the / of the path on. */
                url?: string[];
                /** @description Patterns of whole categories, sections or keywords. */
                category?: string[];
                /** @description Patterns of whole names of authors. */
                author?: string[];
                /** @description Hosts of the page, with all hosts below them. */
                host?: string[];
                /** @description Languages that page or feed name; en holds for en-GB too. */
                language?: string[];
                /** @description The article was published longer ago than this when it was found. */
                olderThan?: string;
                /** @description The text has fewer words than this. */
                fewerWords?: number;
                /** @description Whether it is marked as paid for (advertorial, sponsored content): true or false. */
                sponsored?: boolean;
            }[];
            /** @description Where the pages have what is not found by itself. */
            rules?: {
                /** @description Elements whose text is the body. */
                body?: string[];
                /** @description Elements whose text is not part of the body. */
                remove?: string[];
                /** @description Element with the headline. */
                title?: string;
                /** @description Elements with one author each. */
                authors?: string;
                /** @description Element with the date of publication: its datetime or content attribute, else its text. */
                published?: string;
            };
            /**
             * @description Pages and what must be found in them.
             * @default []
             */
            tests: {
                /** Format: uri */
                url: string;
                title?: string;
                /** @default [] */
                contains: string[];
            }[];
        };
        KeysAnswer: {
            readonly keys: {
                id: string;
                name: string;
                /** @enum {string} */
                scope: "read" | "write" | "admin";
                /** @description Epoch milliseconds. */
                createdAt: number;
                /** @description Epoch milliseconds. */
                expiresAt?: number;
                /** @description Epoch milliseconds, to the hour. */
                lastUsedAt?: number;
                /** @description Requests per minute. */
                rateLimit?: number;
                /** @description When it got the text that it has. */
                rotatedAt?: number;
                /** @description Until when the text before opens as much. */
                previousUntil?: number;
            }[];
        };
        NewKeyAnswer: {
            id: string;
            name: string;
            /** @enum {string} */
            scope: "read" | "write" | "admin";
            /** @description Epoch milliseconds. */
            createdAt: number;
            /** @description Epoch milliseconds. */
            expiresAt?: number;
            /** @description Epoch milliseconds, to the hour. */
            lastUsedAt?: number;
            /** @description Requests per minute. */
            rateLimit?: number;
            /** @description When it got the text that it has. */
            rotatedAt?: number;
            /** @description Until when the text before opens as much. */
            previousUntil?: number;
            /** @description The key; only this answer shows it. */
            key: string;
        };
        SessionsAnswer: {
            readonly sessions: {
                id: string;
                keyId: string;
                name: string;
                /** @enum {string} */
                scope: "read" | "write" | "admin";
                /** @description Epoch milliseconds. */
                createdAt: number;
                /** @description Epoch milliseconds. */
                expiresAt: number;
                /** @description Last use, to ten minutes; absent: none since it was opened. */
                seenAt?: number;
                userAgent?: string;
            }[];
        };
        SettingsAnswer: {
            readonly settings: {
                /** @description The environment variable. */
                name: string;
                group: string;
                /** @description As it is written; absent for a secret and for what is not set. */
                value?: string;
                /** @enum {string} */
                origin: "default" | "environment" | "file" | "option" | "unset";
                /** @description File of a secret, where the origin is a file. */
                path?: string;
                default?: string;
                isSecret: boolean;
                /**
                 * @description What a change takes before it counts everywhere.
                 * @enum {string}
                 */
                effect: "restart" | "restart-and-reindex";
                meaning: string;
                problem?: string;
            }[];
        };
        TakedownReceipt: {
            id: string;
            url?: string;
            title?: string;
            item?: string;
            reason: string;
            who: string;
            when: string;
            /** @description Of the document as JSON; absent where the library had none. */
            sha256?: string;
            /** @description Archived pages that were overwritten, with the hash of what they contained; empty where the page was damaged. */
            pages: {
                file: string;
                offset: number;
                sha256: string;
            }[];
            /** @description Damaged places of the archive that no page is known of: they stayed as they were, and may hold an earlier fetch of the article. A verification that mends takes them out. */
            unreadable?: {
                file: string;
                offset: number;
            }[];
            /** @description False: it was interrupted; the same request again completes it. */
            isDone: boolean;
            lifted?: {
                who: string;
                when: string;
            };
        };
        TakedownsAnswer: {
            takedowns: {
                id: string;
                url?: string;
                title?: string;
                item?: string;
                reason: string;
                who: string;
                when: string;
                /** @description Of the document as JSON; absent where the library had none. */
                sha256?: string;
                /** @description Archived pages that were overwritten, with the hash of what they contained; empty where the page was damaged. */
                pages: {
                    file: string;
                    offset: number;
                    sha256: string;
                }[];
                /** @description Damaged places of the archive that no page is known of: they stayed as they were, and may hold an earlier fetch of the article. A verification that mends takes them out. */
                unreadable?: {
                    file: string;
                    offset: number;
                }[];
                /** @description False: it was interrupted; the same request again completes it. */
                isDone: boolean;
                lifted?: {
                    who: string;
                    when: string;
                };
            }[];
        };
        ChangesAnswer: {
            readonly changes: {
                /** @description Name of the key or session, or of the user of the machine. */
                who: string;
                /** @enum {string} */
                by: "key" | "session" | "command";
                /** @description Id of the key; `admin`: that of the first start. */
                keyId?: string;
                /** @description Address of the client, or name of the machine of a command. */
                from: string;
                /** @description Number of the entry; the first one is 1. */
                seq: number;
                /** Format: date-time */
                when: string;
                /** @enum {string} */
                what: "source-added" | "source-changed" | "source-paused" | "source-resumed" | "source-removed" | "brake-lifted" | "quotas-lifted" | "source-polled" | "search-saved" | "search-changed" | "search-removed" | "search-tested" | "secret-rotated" | "delivery-retried" | "letters-replayed" | "replay-started" | "replay-stopped" | "letters-discarded" | "letter-edited" | "article-taken-down" | "takedown-lifted" | "key-made" | "key-rotated" | "key-revoked" | "session-opened" | "session-ended" | "articles-reprocessed" | "library-reindexed" | "archives-backfilled" | "archive-mended" | "verification-started" | "verification-stopped" | "backup-made" | "backup-restored" | "file-recovered";
                subject?: string;
                detail?: string;
                /** @description What the change made of which field, at most 20. */
                fields?: {
                    /** @description Such as `limits.delay`. */
                    path: string;
                    /** @description As JSON, shortened; absent for what was not given, or is a secret. */
                    before?: string;
                    after?: string;
                }[];
                /**
                 * Format: date-time
                 * @description When this entry leaves the log.
                 */
                keptUntil: string;
                /** @description `hash` of the entry before; empty for the first one. */
                previous: string;
                /**
                 * Format: date-time
                 * @description `keptUntil` of the entry before.
                 */
                previousUntil?: string;
                /** @description SHA-256, hexadecimal, of all of this but itself. */
                hash: string;
            }[];
            /** @description `cursor` of the next page; absent on the last one. */
            next?: string;
        };
        BackupsAnswer: {
            readonly backups: {
                id: string;
                /**
                 * Format: date-time
                 * @description When it was begun: what came later may be missing.
                 */
                when: string;
                /** @description The machine that wrote it. */
                host: string;
                /** @description Where that machine wrote it. */
                path: string;
                bytes: number;
                tookMs: number;
                /** @description Whether the raw pages are in it. */
                withArchive: boolean;
                form: string;
                /** @description The version that wrote it. */
                newsmill: string;
                /** @description Fingerprint of the key that signed it. */
                signedBy: string;
                /** @description Records by kind. */
                counts: {
                    [key: string]: number;
                };
            }[];
        };
        IntegrityAnswer: {
            /** @description The last one that somebody asked for. */
            verification?: {
                id: string;
                /**
                 * @description asked: no process has taken it yet, one with the fetch service does; interrupted: its process ended in the middle of it.
                 * @enum {string}
                 */
                state: "asked" | "running" | "done" | "stopped" | "failed" | "interrupted";
                mend: boolean;
                askedAt: number;
                startedAt?: number;
                updatedAt: number;
                /** @description The machine that does it. */
                host?: string;
                /** @description Who asked it to stop. */
                stopper?: string;
                readonly databases: {
                    file: string;
                    /** @description What is damaged; absent: it is whole. */
                    problem?: string;
                }[];
                archive: {
                    files: number;
                    filesThere: number;
                    bytes: number;
                    bytesThere: number;
                    records: number;
                    /** @description Records without a fault. */
                    whole: number;
                };
                /** @description Damaged records that were found in the archive. */
                damaged: number;
                /** @description Pages that publishers are asked for again. */
                askedAgain?: number;
                problem?: string;
                /** @description Who asked for it. */
                who: string;
            };
            /** @description The last part of the archive that the mill read by itself. */
            archive?: {
                at: number;
                host: string;
                /** @description All files are read once in so many days. */
                days: number;
                files: number;
                filesThere: number;
                records: number;
                /** @description Records without a fault. */
                whole: number;
                bytes: number;
            };
            /** @description The last daily look at the files of SQLite. */
            databases?: {
                at: number;
                host: string;
                readonly files: {
                    file: string;
                    /** @description What is damaged; absent: it is whole. */
                    problem?: string;
                }[];
            };
            damage: {
                total: number;
                /** @description At most a hundred. */
                readonly records: {
                    file: string;
                    /** @description Bytes from the beginning of the file. */
                    offset: number;
                    length: number;
                    problem: string;
                    /**
                     * @description The whole file is gone, and was not pruned.
                     * @constant
                     */
                    isLost?: true;
                    /** @description Of the page, where it is known. */
                    url?: string;
                    /** @description Key of the page in the ledger. */
                    item?: string;
                    foundAt: number;
                }[];
            };
        };
        VerificationAnswer: {
            id: string;
            /**
             * @description asked: no process has taken it yet, one with the fetch service does; interrupted: its process ended in the middle of it.
             * @enum {string}
             */
            state: "asked" | "running" | "done" | "stopped" | "failed" | "interrupted";
            mend: boolean;
            askedAt: number;
            startedAt?: number;
            updatedAt: number;
            /** @description The machine that does it. */
            host?: string;
            /** @description Who asked it to stop. */
            stopper?: string;
            readonly databases: {
                file: string;
                /** @description What is damaged; absent: it is whole. */
                problem?: string;
            }[];
            archive: {
                files: number;
                filesThere: number;
                bytes: number;
                bytesThere: number;
                records: number;
                /** @description Records without a fault. */
                whole: number;
            };
            /** @description Damaged records that were found in the archive. */
            damaged: number;
            /** @description Pages that publishers are asked for again. */
            askedAgain?: number;
            problem?: string;
            /** @description Who asked for it. */
            who: string;
        };
        AgainAnswer: {
            /** @description About how many articles are meant; the newest of them are read. */
            total: number;
            /** @description Articles that were cleaned again. */
            read: number;
            /** @description Whether its time was over before the sample was read. */
            isCutShort: boolean;
            /** @description Articles that are as they were. */
            same: number;
            /** @description Articles that would be others. */
            changed: number;
            overtaken: number;
            /** @description What would change, by field, most articles first. */
            readonly fields: {
                name: string;
                articles: number;
                /** @description Some of them. */
                readonly samples: {
                    id: string;
                    url: string;
                    /** @description - as it was, + as it is now; or the title. */
                    readonly lines: string[];
                }[];
            }[];
            /** @description Articles that would stay as they are, by the reason, most articles first. */
            readonly kept: {
                name: string;
                articles: number;
                /** @description Some of them. */
                readonly samples: {
                    id: string;
                    url: string;
                    /** @description - as it was, + as it is now; or the title. */
                    readonly lines: string[];
                }[];
            }[];
        };
        SavedSearchAnswer: {
            id: string;
            /** @description For people. */
            name: string;
            /**
             * @description The query, as in a search; empty: every article.
             * @default
             */
            q: string;
            /** @description Ids of sources; any of them. */
            source?: string[];
            /** @description BCP 47 tags; any of them. */
            language?: string[];
            /**
             * @description What causes one alert: a family of near copies, a story, or every article.
             * @default family
             * @enum {string}
             */
            collapse: "family" | "story" | "article";
            /**
             * @description Least number of seconds between two deliveries; what is found meanwhile comes together in the next one.
             * @default 0
             */
            throttle: number;
            /** @description Without it the matches are there as feed and as events only. */
            webhook?: {
                /**
                 * Format: uri
                 * @description Address that takes the matches, signed as Standard Webhooks says.
                 */
                url: string;
                /**
                 * @description What it takes: a message of newsmill, of Slack, or of the Workflows of Microsoft Teams.
                 * @default newsmill
                 * @enum {string}
                 */
                format: "newsmill" | "slack" | "teams";
                /**
                 * @description Whether exactly the host and port of this address may be private; only an admin may say so.
                 * @default false
                 */
                allowPrivate: boolean;
            };
            /** @description Mail in the place of a webhook. */
            mail?: {
                /** @description Addresses that get the matches as mail. */
                to: string[];
            };
            /** @description A room of Matrix in the place of a webhook. */
            matrix?: {
                /** @description Id of the room that gets the matches, such as !abc:matrix.example. */
                room: string;
            };
            /** @description One delivery with what was found since the last one, each story once, at these times; none where nothing was found. */
            digest?: {
                /**
                 * @description Hourly: at each full hour.
                 * @enum {string}
                 */
                every: "hourly" | "daily" | "weekly";
                /**
                 * @description Time of day of a daily or weekly digest.
                 * @default 08:00
                 */
                at: string;
                /**
                 * @description Time zone of that time, by its name in the IANA database.
                 * @default UTC
                 */
                zone: string;
                /**
                 * @description Day of a weekly digest.
                 * @default monday
                 * @enum {string}
                 */
                weekday: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
            };
            /**
             * @description Whether its matches are sent.
             * @default true
             */
            enabled: boolean;
            /** @description Epoch milliseconds. */
            createdAt: number;
            /** @description Epoch milliseconds. */
            updatedAt: number;
            /** @description The receiver answered 410: nothing is sent until the search is saved again. */
            stopped?: {
                /** @description Epoch milliseconds. */
                at: number;
                reason: string;
            };
            /** @description Of the webhook, whsec_…; shown once, when it is created. */
            secret?: string;
        };
        SavedSearchesAnswer: {
            searches: {
                id: string;
                /** @description For people. */
                name: string;
                /**
                 * @description The query, as in a search; empty: every article.
                 * @default
                 */
                q: string;
                /** @description Ids of sources; any of them. */
                source?: string[];
                /** @description BCP 47 tags; any of them. */
                language?: string[];
                /**
                 * @description What causes one alert: a family of near copies, a story, or every article.
                 * @default family
                 * @enum {string}
                 */
                collapse: "family" | "story" | "article";
                /**
                 * @description Least number of seconds between two deliveries; what is found meanwhile comes together in the next one.
                 * @default 0
                 */
                throttle: number;
                /** @description Without it the matches are there as feed and as events only. */
                webhook?: {
                    /**
                     * Format: uri
                     * @description Address that takes the matches, signed as Standard Webhooks says.
                     */
                    url: string;
                    /**
                     * @description What it takes: a message of newsmill, of Slack, or of the Workflows of Microsoft Teams.
                     * @default newsmill
                     * @enum {string}
                     */
                    format: "newsmill" | "slack" | "teams";
                    /**
                     * @description Whether exactly the host and port of this address may be private; only an admin may say so.
                     * @default false
                     */
                    allowPrivate: boolean;
                };
                /** @description Mail in the place of a webhook. */
                mail?: {
                    /** @description Addresses that get the matches as mail. */
                    to: string[];
                };
                /** @description A room of Matrix in the place of a webhook. */
                matrix?: {
                    /** @description Id of the room that gets the matches, such as !abc:matrix.example. */
                    room: string;
                };
                /** @description One delivery with what was found since the last one, each story once, at these times; none where nothing was found. */
                digest?: {
                    /**
                     * @description Hourly: at each full hour.
                     * @enum {string}
                     */
                    every: "hourly" | "daily" | "weekly";
                    /**
                     * @description Time of day of a daily or weekly digest.
                     * @default 08:00
                     */
                    at: string;
                    /**
                     * @description Time zone of that time, by its name in the IANA database.
                     * @default UTC
                     */
                    zone: string;
                    /**
                     * @description Day of a weekly digest.
                     * @default monday
                     * @enum {string}
                     */
                    weekday: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
                };
                /**
                 * @description Whether its matches are sent.
                 * @default true
                 */
                enabled: boolean;
                /** @description Epoch milliseconds. */
                createdAt: number;
                /** @description Epoch milliseconds. */
                updatedAt: number;
                /** @description The receiver answered 410: nothing is sent until the search is saved again. */
                stopped?: {
                    /** @description Epoch milliseconds. */
                    at: number;
                    reason: string;
                };
                /** @description Of the webhook, whsec_…; shown once, when it is created. */
                secret?: string;
            }[];
        };
        SecretAnswer: {
            /** @description The new secret; the previous one also signs for a day. */
            secret: string;
        };
        AlertsAnswer: {
            /** @description Articles that were delivered. */
            sent: number;
            /** @description Articles that wait for the next delivery. */
            gathered: number;
            /** @description Matches beyond those that could be collected. */
            missed: number;
            /** @description In progress. */
            deliveries: {
                id: string;
                articles: number;
                attempt: number;
                /** @description Epoch milliseconds. */
                createdAt: number;
                /** @description Epoch milliseconds. */
                dueAt: number;
                problem?: string;
            }[];
            /** @description The newest 20 that were taken or given up. */
            past: {
                id: string;
                articles: number;
                attempts: number;
                /** @description Epoch milliseconds. */
                at: number;
                problem?: string;
                /** @description It was given up and can be sent again. */
                canRetry: boolean;
            }[];
            /** @description When the last delivery was made. */
            deliveredAt?: number;
            /** @description Why the last try failed. */
            problem?: string;
        };
        TestAnswer: {
            ok: boolean;
            /** @description What the receiver answered, or what went wrong. */
            detail: string;
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            instance: string;
            /** @enum {string} */
            code: "bad-parameter" | "bad-body" | "bad-query" | "bad-cursor" | "bad-address" | "bad-request" | "bad-idempotency-key" | "key-needed" | "scope-needed" | "form-expired" | "not-found" | "unknown-article" | "unknown-version" | "no-original" | "unknown-item" | "unknown-dead-letter" | "unknown-replay" | "no-verification" | "unknown-source" | "unknown-key" | "unknown-session" | "unknown-problem" | "method-not-allowed" | "already-there" | "verification-runs" | "request-in-flight" | "answer-not-kept" | "unknown-saved-search" | "too-many-saved-searches" | "too-many-streams" | "too-many-keys" | "precondition-failed" | "too-large" | "bad-media-type" | "wrong-host" | "key-reused" | "precondition-needed" | "too-many-requests" | "request-timeout" | "too-many-connections" | "headers-too-large" | "no-room" | "failed" | "not-supported" | "unavailable" | "search-timeout";
            readonly errors: {
                /** @description JSON pointer into the query or the body. */
                pointer: string;
                detail: string;
                position?: number;
                suggestion?: string;
            }[];
        };
    };
    responses: never;
    parameters: {
        /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
        "If-None-Match": string;
        /** @description ETag of what is to be changed: then 412 instead of a change of something else. Without it 428. */
        "If-Match": string;
        /** @description The same key with the same request gets the answer of the first one, for 24 hours. */
        "Idempotency-Key": string;
    };
    requestBodies: never;
    headers: {
        /** @description Entity tag of the answer, for If-None-Match and If-Match. */
        ETag: string;
        /** @description The next page, rel="next" (RFC 8288). */
        Link: string;
        /** @description What is left of the quota, and in how many seconds it is whole again: "requests";r=2999;t=1. */
        RateLimit: string;
        /** @description The quota: "requests";q=3000;w=60. */
        "RateLimit-Policy": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    search: {
        parameters: {
            query?: {
                /** @description Words, "phrases" (with ~N words between), AND, OR, NOT, -word, parentheses, field:value, ranges such as published:>=2026-01-31, start*. Empty: the newest articles. */
                q?: string;
                /** @description Ids of sources; any of them. */
                source?: string[];
                /** @description BCP 47 tags; any of them. */
                language?: string[];
                /** @description Published at or after. */
                from?: string;
                /** @description Published before; a day counts as a whole. */
                to?: string;
                /** @description both: the orders by time and by relevance, fused by rank. Default: by relevance with a query, otherwise newest first. */
                sort?: "newest" | "relevance" | "both";
                /** @description hybrid: also articles with a similar meaning, the two lists fused by rank; only by relevance, and where this mill has vectors. Total and facets are then those of the fused list, at most 200 articles. */
                mode?: "words" | "hybrid";
                /** @description Number of articles. */
                limit?: number;
                /** @description The `next` of the previous answer. */
                cursor?: string;
                /** @description Counts to return, over everything that was found. */
                facets?: ("source" | "language" | "section" | "author" | "day" | "person" | "organisation" | "place" | "topic" | "subtopic" | "fact")[];
                /** @description One article of each family of near copies (true: the same), or of each story; `others` says how many more were found. Total and facets are then those of the groups. */
                collapse?: "true" | "false" | "family" | "story";
                /** @description true: also articles that are left out otherwise, for they have one of the flags quarantined, unlikely. A flag that q names (flag:quarantined) is not left out either. */
                hidden?: "true" | "false";
            };
            header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchAnswer"];
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-supported */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    complete: {
        parameters: {
            query: {
                /** @description A query as far as it is typed; its end is completed. */
                q: string;
                /** @description Number of completions. */
                limit?: number;
            };
            header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompletionsAnswer"];
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    searchRss: {
        parameters: {
            query?: {
                /** @description Words, "phrases" (with ~N words between), AND, OR, NOT, -word, parentheses, field:value, ranges such as published:>=2026-01-31, start*. Empty: the newest articles. */
                q?: string;
                /** @description Ids of sources; any of them. */
                source?: string[];
                /** @description BCP 47 tags; any of them. */
                language?: string[];
                /** @description Published at or after. */
                from?: string;
                /** @description Published before; a day counts as a whole. */
                to?: string;
                /** @description both: the orders by time and by relevance, fused by rank. Default: by relevance with a query, otherwise newest first. */
                sort?: "newest" | "relevance" | "both";
                /** @description hybrid: also articles with a similar meaning, the two lists fused by rank; only by relevance, and where this mill has vectors. Total and facets are then those of the fused list, at most 200 articles. */
                mode?: "words" | "hybrid";
                /** @description Number of articles. */
                limit?: number;
                /** @description The `next` of the previous answer. */
                cursor?: string;
                /** @description Counts to return, over everything that was found. */
                facets?: ("source" | "language" | "section" | "author" | "day" | "person" | "organisation" | "place" | "topic" | "subtopic" | "fact")[];
                /** @description One article of each family of near copies (true: the same), or of each story; `others` says how many more were found. Total and facets are then those of the groups. */
                collapse?: "true" | "false" | "family" | "story";
                /** @description true: also articles that are left out otherwise, for they have one of the flags quarantined, unlikely. A flag that q names (flag:quarantined) is not left out either. */
                hidden?: "true" | "false";
            };
            header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/rss+xml": string;
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-supported */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    searchAtom: {
        parameters: {
            query?: {
                /** @description Words, "phrases" (with ~N words between), AND, OR, NOT, -word, parentheses, field:value, ranges such as published:>=2026-01-31, start*. Empty: the newest articles. */
                q?: string;
                /** @description Ids of sources; any of them. */
                source?: string[];
                /** @description BCP 47 tags; any of them. */
                language?: string[];
                /** @description Published at or after. */
                from?: string;
                /** @description Published before; a day counts as a whole. */
                to?: string;
                /** @description both: the orders by time and by relevance, fused by rank. Default: by relevance with a query, otherwise newest first. */
                sort?: "newest" | "relevance" | "both";
                /** @description hybrid: also articles with a similar meaning, the two lists fused by rank; only by relevance, and where this mill has vectors. Total and facets are then those of the fused list, at most 200 articles. */
                mode?: "words" | "hybrid";
                /** @description Number of articles. */
                limit?: number;
                /** @description The `next` of the previous answer. */
                cursor?: string;
                /** @description Counts to return, over everything that was found. */
                facets?: ("source" | "language" | "section" | "author" | "day" | "person" | "organisation" | "place" | "topic" | "subtopic" | "fact")[];
                /** @description One article of each family of near copies (true: the same), or of each story; `others` says how many more were found. Total and facets are then those of the groups. */
                collapse?: "true" | "false" | "family" | "story";
                /** @description true: also articles that are left out otherwise, for they have one of the flags quarantined, unlikely. A flag that q names (flag:quarantined) is not left out either. */
                hidden?: "true" | "false";
            };
            header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/atom+xml": string;
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-supported */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    searchJson: {
        parameters: {
            query?: {
                /** @description Words, "phrases" (with ~N words between), AND, OR, NOT, -word, parentheses, field:value, ranges such as published:>=2026-01-31, start*. Empty: the newest articles. */
                q?: string;
                /** @description Ids of sources; any of them. */
                source?: string[];
                /** @description BCP 47 tags; any of them. */
                language?: string[];
                /** @description Published at or after. */
                from?: string;
                /** @description Published before; a day counts as a whole. */
                to?: string;
                /** @description both: the orders by time and by relevance, fused by rank. Default: by relevance with a query, otherwise newest first. */
                sort?: "newest" | "relevance" | "both";
                /** @description hybrid: also articles with a similar meaning, the two lists fused by rank; only by relevance, and where this mill has vectors. Total and facets are then those of the fused list, at most 200 articles. */
                mode?: "words" | "hybrid";
                /** @description Number of articles. */
                limit?: number;
                /** @description The `next` of the previous answer. */
                cursor?: string;
                /** @description Counts to return, over everything that was found. */
                facets?: ("source" | "language" | "section" | "author" | "day" | "person" | "organisation" | "place" | "topic" | "subtopic" | "fact")[];
                /** @description One article of each family of near copies (true: the same), or of each story; `others` says how many more were found. Total and facets are then those of the groups. */
                collapse?: "true" | "false" | "family" | "story";
                /** @description true: also articles that are left out otherwise, for they have one of the flags quarantined, unlikely. A flag that q names (flag:quarantined) is not left out either. */
                hidden?: "true" | "false";
            };
            header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/feed+json": Record<string, never>;
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-supported */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    searchEvents: {
        parameters: {
            query?: {
                /** @description The query, as in a search; empty: every article. */
                q?: string;
                /** @description Ids of sources; any of them. */
                source?: string[];
                /** @description BCP 47 tags; any of them. */
                language?: string[];
                /** @description What causes one alert: a family of near copies, a story, or every article. */
                collapse?: "family" | "story" | "article";
                /** @description Continue after this event id, for clients that cannot send Last-Event-ID. Default: from now on. */
                after?: string;
            };
            header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    savedSearches: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedSearchesAnswer"];
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addSavedSearch: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the answer of the first one, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description For people. */
                    name: string;
                    /**
                     * @description The query, as in a search; empty: every article.
                     * @default
                     */
                    q?: string;
                    /** @description Ids of sources; any of them. */
                    source?: string[];
                    /** @description BCP 47 tags; any of them. */
                    language?: string[];
                    /**
                     * @description What causes one alert: a family of near copies, a story, or every article.
                     * @default family
                     * @enum {string}
                     */
                    collapse?: "family" | "story" | "article";
                    /**
                     * @description Least number of seconds between two deliveries; what is found meanwhile comes together in the next one.
                     * @default 0
                     */
                    throttle?: number;
                    /** @description Without it the matches are there as feed and as events only. */
                    webhook?: {
                        /**
                         * Format: uri
                         * @description Address that takes the matches, signed as Standard Webhooks says.
                         */
                        url: string;
                        /**
                         * @description What it takes: a message of newsmill, of Slack, or of the Workflows of Microsoft Teams.
                         * @default newsmill
                         * @enum {string}
                         */
                        format?: "newsmill" | "slack" | "teams";
                        /**
                         * @description Whether exactly the host and port of this address may be private; only an admin may say so.
                         * @default false
                         */
                        allowPrivate?: boolean;
                    };
                    /** @description Mail in the place of a webhook. */
                    mail?: {
                        /** @description Addresses that get the matches as mail. */
                        to: string[];
                    };
                    /** @description A room of Matrix in the place of a webhook. */
                    matrix?: {
                        /** @description Id of the room that gets the matches, such as !abc:matrix.example. */
                        room: string;
                    };
                    /** @description One delivery with what was found since the last one, each story once, at these times; none where nothing was found. */
                    digest?: {
                        /**
                         * @description Hourly: at each full hour.
                         * @enum {string}
                         */
                        every: "hourly" | "daily" | "weekly";
                        /**
                         * @description Time of day of a daily or weekly digest.
                         * @default 08:00
                         */
                        at?: string;
                        /**
                         * @description Time zone of that time, by its name in the IANA database.
                         * @default UTC
                         */
                        zone?: string;
                        /**
                         * @description Day of a weekly digest.
                         * @default monday
                         * @enum {string}
                         */
                        weekday?: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
                    };
                    /**
                     * @description Whether its matches are sent.
                     * @default true
                     */
                    enabled?: boolean;
                };
            };
        };
        responses: {
            /** @description As asked. */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedSearchAnswer"];
                };
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description already-there, verification-runs, request-in-flight, answer-not-kept, too-many-saved-searches, too-many-keys */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description bad-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    savedSearch: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedSearchAnswer"];
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-version, no-original, unknown-item, unknown-dead-letter, unknown-replay, no-verification, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putSavedSearch: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of what is to be changed: then 412 instead of a change of something else. Without it 428. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description For people. */
                    name: string;
                    /**
                     * @description The query, as in a search; empty: every article.
                     * @default
                     */
                    q?: string;
                    /** @description Ids of sources; any of them. */
                    source?: string[];
                    /** @description BCP 47 tags; any of them. */
                    language?: string[];
                    /**
                     * @description What causes one alert: a family of near copies, a story, or every article.
                     * @default family
                     * @enum {string}
                     */
                    collapse?: "family" | "story" | "article";
                    /**
                     * @description Least number of seconds between two deliveries; what is found meanwhile comes together in the next one.
                     * @default 0
                     */
                    throttle?: number;
                    /** @description Without it the matches are there as feed and as events only. */
                    webhook?: {
                        /**
                         * Format: uri
                         * @description Address that takes the matches, signed as Standard Webhooks says.
                         */
                        url: string;
                        /**
                         * @description What it takes: a message of newsmill, of Slack, or of the Workflows of Microsoft Teams.
                         * @default newsmill
                         * @enum {string}
                         */
                        format?: "newsmill" | "slack" | "teams";
                        /**
                         * @description Whether exactly the host and port of this address may be private; only an admin may say so.
                         * @default false
                         */
                        allowPrivate?: boolean;
                    };
                    /** @description Mail in the place of a webhook. */
                    mail?: {
                        /** @description Addresses that get the matches as mail. */
                        to: string[];
                    };
                    /** @description A room of Matrix in the place of a webhook. */
                    matrix?: {
                        /** @description Id of the room that gets the matches, such as !abc:matrix.example. */
                        room: string;
                    };
                    /** @description One delivery with what was found since the last one, each story once, at these times; none where nothing was found. */
                    digest?: {
                        /**
                         * @description Hourly: at each full hour.
                         * @enum {string}
                         */
                        every: "hourly" | "daily" | "weekly";
                        /**
                         * @description Time of day of a daily or weekly digest.
                         * @default 08:00
                         */
                        at?: string;
                        /**
                         * @description Time zone of that time, by its name in the IANA database.
                         * @default UTC
                         */
                        zone?: string;
                        /**
                         * @description Day of a weekly digest.
                         * @default monday
                         * @enum {string}
                         */
                        weekday?: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
                    };
                    /**
                     * @description Whether its matches are sent.
                     * @default true
                     */
                    enabled?: boolean;
                };
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedSearchAnswer"];
                };
            };
            /** @description Made. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedSearchAnswer"];
                };
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-version, no-original, unknown-item, unknown-dead-letter, unknown-replay, no-verification, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description precondition-failed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description bad-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description precondition-needed */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeSavedSearch: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of what is to be changed: then 412 instead of a change of something else. Without it 428. */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            204: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-version, no-original, unknown-item, unknown-dead-letter, unknown-replay, no-verification, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description precondition-failed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description precondition-needed */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    savedSearchRss: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/rss+xml": string;
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-version, no-original, unknown-item, unknown-dead-letter, unknown-replay, no-verification, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    savedSearchAtom: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/atom+xml": string;
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-version, no-original, unknown-item, unknown-dead-letter, unknown-replay, no-verification, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    savedSearchJson: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/feed+json": Record<string, never>;
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-version, no-original, unknown-item, unknown-dead-letter, unknown-replay, no-verification, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    savedSearchAlerts: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertsAnswer"];
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-version, no-original, unknown-item, unknown-dead-letter, unknown-replay, no-verification, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the answer of the first one, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
                delivery: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-version, no-original, unknown-item, unknown-dead-letter, unknown-replay, no-verification, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description already-there, verification-runs, request-in-flight, answer-not-kept, too-many-saved-searches, too-many-keys */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description bad-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    savedSearchEvents: {
        parameters: {
            query?: {
                /** @description Continue after this event id, for clients that cannot send Last-Event-ID. Default: from now on. */
                after?: string;
            };
            header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-version, no-original, unknown-item, unknown-dead-letter, unknown-replay, no-verification, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the answer of the first one, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecretAnswer"];
                };
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-version, no-original, unknown-item, unknown-dead-letter, unknown-replay, no-verification, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description already-there, verification-runs, request-in-flight, answer-not-kept, too-many-saved-searches, too-many-keys */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description bad-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testSavedSearch: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the answer of the first one, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestAnswer"];
                };
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-version, no-original, unknown-item, unknown-dead-letter, unknown-replay, no-verification, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description already-there, verification-runs, request-in-flight, answer-not-kept, too-many-saved-searches, too-many-keys */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description bad-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-supported */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    article: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Article"];
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-version, no-original, unknown-item, unknown-dead-letter, unknown-replay, no-verification, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    articleMarkdown: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/markdown": string;
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-version, no-original, unknown-item, unknown-dead-letter, unknown-replay, no-verification, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    articleNinjs: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uri */
                        uri: string;
                    };
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-version, no-original, unknown-item, unknown-dead-letter, unknown-replay, no-verification, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    articleLinkedData: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/ld+json": Record<string, never>;
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-version, no-original, unknown-item, unknown-dead-letter, unknown-replay, no-verification, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    versions: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionsAnswer"];
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-version, no-original, unknown-item, unknown-dead-letter, unknown-replay, no-verification, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    diff: {
        parameters: {
            query?: {
                /** @description The earlier version. Default: the one before the other. */
                from?: string;
                /** @description The later version. Default: the one of now. */
                to?: string;
            };
            header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComparisonAnswer"];
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-version, no-original, unknown-item, unknown-dead-letter, unknown-replay, no-verification, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    original: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-version, no-original, unknown-item, unknown-dead-letter, unknown-replay, no-verification, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    coverage: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverageAnswer"];
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-version, no-original, unknown-item, unknown-dead-letter, unknown-replay, no-verification, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    related: {
        parameters: {
            query?: {
                /** @description Number of articles. */
                limit?: number;
                /** @description Only articles in the same language. */
                sameLanguage?: "true" | "false";
                /** @description Only articles in other languages: first those nearest in meaning, where this mill has vectors in many languages. */
                otherLanguages?: "true" | "false";
            };
            header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RelatedAnswer"];
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-version, no-original, unknown-item, unknown-dead-letter, unknown-replay, no-verification, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    timeline: {
        parameters: {
            query?: {
                /** @description A query as in a search; only what it finds is counted. */
                q?: string;
                /** @description Ids of sources; any of them. */
                source?: string[];
                /** @description BCP 47 tags; any of them. */
                language?: string[];
                /** @description Published at or after. */
                from?: string;
                /** @description Published before; a day counts as a whole. */
                to?: string;
                /** @description In UTC; weeks begin on Monday. */
                interval?: "hour" | "day" | "week" | "month";
            };
            header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelineAnswer"];
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    top: {
        parameters: {
            query: {
                /** @description A query as in a search; only what it finds is counted. */
                q?: string;
                /** @description Ids of sources; any of them. */
                source?: string[];
                /** @description BCP 47 tags; any of them. */
                language?: string[];
                /** @description Published at or after. */
                from?: string;
                /** @description Published before; a day counts as a whole. */
                to?: string;
                /** @description What is counted. */
                field: "source" | "language" | "section" | "author" | "person" | "organisation" | "place" | "topic" | "subtopic" | "keyPhrase" | "keyword" | "country" | "domain" | "fact";
                /** @description Number of values. */
                limit?: number;
            };
            header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopAnswer"];
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    trends: {
        parameters: {
            query?: {
                /** @description A query as in a search; only what it finds is counted. */
                q?: string;
                /** @description Ids of sources; any of them. */
                source?: string[];
                /** @description BCP 47 tags; any of them. */
                language?: string[];
                /** @description Beginning of the window. Default: 24 hours before its end. */
                from?: string;
                /** @description End of the window, exclusive; a day counts as a whole. Default: now. */
                to?: string;
                /** @description Days before the window, for the comparison. */
                days?: number;
                /** @description Fields to compare. Default: all. */
                field?: ("person" | "organisation" | "place" | "topic" | "keyPhrase")[];
                /** @description Values with fewer articles in the window are left out. */
                least?: number;
                /** @description Number of values of each field. */
                limit?: number;
            };
            header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrendsAnswer"];
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takedowns: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TakedownsAnswer"];
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-supported */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changes: {
        parameters: {
            query?: {
                /** @description Number of entries, newest first. */
                limit?: number;
                /** @description The `next` of the page before. */
                cursor?: string;
            };
            header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangesAnswer"];
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    backups: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackupsAnswer"];
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    integrity: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntegrityAnswer"];
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startVerification: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the answer of the first one, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Takes damaged pages out of the archive and asks their publishers for them again.
                     * @default false
                     */
                    mend?: boolean;
                };
            };
        };
        responses: {
            /** @description As asked. */
            202: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationAnswer"];
                };
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description already-there, verification-runs, request-in-flight, answer-not-kept, too-many-saved-searches, too-many-keys */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description bad-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stopVerification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationAnswer"];
                };
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-version, no-original, unknown-item, unknown-dead-letter, unknown-replay, no-verification, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    compareAgain: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the answer of the first one, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Only articles that match, as in a search.
                     * @default
                     */
                    q?: string;
                    /** @description Only articles of this source. */
                    source?: string;
                    /** @description Only articles published from this day or time on. */
                    from?: string;
                    /** @description Only articles published up to this day or time. */
                    to?: string;
                    /**
                     * @description So many of the newest articles of these are cleaned again.
                     * @default 50
                     */
                    sample?: number;
                };
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgainAnswer"];
                };
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description already-there, verification-runs, request-in-flight, answer-not-kept, too-many-saved-searches, too-many-keys */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description bad-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takeDown: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the answer of the first one, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Reason, kept in the receipt. */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TakedownReceipt"];
                };
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-version, no-original, unknown-item, unknown-dead-letter, unknown-replay, no-verification, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description already-there, verification-runs, request-in-flight, answer-not-kept, too-many-saved-searches, too-many-keys */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description bad-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-supported */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    liftTakedown: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TakedownReceipt"];
                };
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-version, no-original, unknown-item, unknown-dead-letter, unknown-replay, no-verification, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-supported */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export: {
        parameters: {
            query?: {
                /** @description Only articles that match, as in a search. Tombstones are always included. */
                q?: string;
                /** @description Ids of sources; any of them. */
                source?: string[];
                /** @description BCP 47 tags; any of them. */
                language?: string[];
                /** @description Published at or after. */
                from?: string;
                /** @description Published before; a day counts as a whole. */
                to?: string;
                /** @description ndjson: one JSON article a line; ninjs: one item of IPTC ninjs 3.1 a line; csv: RFC 4180, safe to open in a spreadsheet. */
                format?: "ndjson" | "ninjs" | "csv";
                /** @description Cursor of an earlier export: only what changed after it. */
                since?: string;
                /** @description Only what entered the library before this time. */
                until?: string;
                /** @description Fields of each article, comma-separated; not with ninjs. */
                fields?: string[];
                /** @description Leave out articles that are near copies of another. */
                collapse?: "true" | "false";
                /** @description What it is for: training also leaves out the texts that are reserved against training a model. */
                use?: "export" | "training";
                /** @description A byte order mark before a CSV, for spreadsheets that need one. */
                bom?: "true" | "false";
            };
            header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sources: {
        parameters: {
            query?: {
                /** @description Words that all stand in the id, the name, the language or country (tag or English name), a tag, or the address of a channel. */
                q?: string;
                /** @description Only sources in this state. */
                state?: "blocked" | "gone" | "invalid" | "failing" | "drifting" | "silent" | "degraded" | "moved" | "waiting" | "new" | "delivering" | "off";
                /** @description attention: those first that need somebody; articles: those with most; recent: with most of the last seven days; waiting: with most items that wait. */
                sort?: "attention" | "name" | "articles" | "recent" | "waiting";
                /** @description Which page, from 1; `total` says how many sources there are. */
                page?: number;
                /** @description Sources of a page; without it 1000. */
                limit?: number;
            };
            header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourcesAnswer"];
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addSource: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the answer of the first one, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Address of a feed or sitemap, or of a page of the publisher. */
                    url: string;
                    /** @description Id of the new source; by default made from its name. */
                    id?: string;
                    /** @description Name of the publication; by default the name of the feed. */
                    name?: string;
                    /**
                     * @description Add every useful channel that was found, not only the best one: feeds, news sitemaps, and the page that lists articles where these miss some.
                     * @default false
                     */
                    all?: boolean;
                    /** @description Section pages of the home page that are looked at for feeds and lists of articles; by default up to 6, where the channels found bring less than 60 % of the articles of the home page. */
                    sections?: number;
                    /**
                     * @description Private host:port pairs that this request and the new source may reach. Naming one needs the scope admin.
                     * @default []
                     */
                    allowPrivate?: string[];
                };
            };
        };
        responses: {
            /** @description As asked. */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedSourceAnswer"];
                };
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description already-there, verification-runs, request-in-flight, answer-not-kept, too-many-saved-searches, too-many-keys */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description bad-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-supported */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importSources: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the answer of the first one, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description OPML; a table in CSV whose first line names the column url; or one address a line, at most 25, whose publishers are asked for what they offer. */
                    list: string;
                    /**
                     * @description What the list is; without it its text tells.
                     * @enum {string}
                     */
                    format?: "opml" | "table" | "addresses";
                    /**
                     * @description Only say what would be written.
                     * @default false
                     */
                    dryRun?: boolean;
                    /**
                     * @description Private host:port pairs that this request and the new sources may reach. Naming one needs the scope admin.
                     * @default []
                     */
                    allowPrivate?: string[];
                };
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportAnswer"];
                };
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description already-there, verification-runs, request-in-flight, answer-not-kept, too-many-saved-searches, too-many-keys */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description bad-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-supported */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ledger: {
        parameters: {
            query?: {
                /** @description Address of one item; then the other parameters are not allowed. */
                url?: string;
                /** @description Current fate. */
                fate?: "waiting" | "retrying" | "passed" | "indexed" | "duplicate" | "dropped" | "gone" | "denied" | "dead" | "replayed";
                /** @description Id of a source. */
                source?: string;
                /** @description Number of items. */
                limit?: number;
                /** @description The `next` of the previous answer. */
                cursor?: string;
            };
            header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerAnswer"];
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-version, no-original, unknown-item, unknown-dead-letter, unknown-replay, no-verification, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    audit: {
        parameters: {
            query?: {
                /** @description First seen at or after. */
                from?: string;
                /** @description First seen before; a day counts as a whole. */
                to?: string;
                /** @description Id of a source. */
                source?: string;
                /** @description The `next` of the page before: rows after it. */
                cursor?: string;
            };
            header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditAnswer"];
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    report: {
        parameters: {
            query?: {
                /** @description Calendar months or quarters, in UTC. */
                period?: "month" | "quarter";
                /** @description The first period is that of this day or time; of more than 12 the newest are told. Default: that before the last one. */
                from?: string;
                /** @description The last period is that of the end of this day, or of this time. Default: now. */
                to?: string;
                /** @description Ids of sources; default: all that are not paused, and those that brought something. */
                source?: string[];
                /** @description csv: RFC 4180, a line for each source and period, safe to open in a spreadsheet. */
                format?: "json" | "csv";
            };
            header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportAnswer"];
                    "text/csv": string;
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    processes: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProcessesAnswer"];
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    overview: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OverviewAnswer"];
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    overviewEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    series: {
        parameters: {
            query?: {
                /** @description Series to answer with. Default: all. */
                name?: ("passed.fetch" | "dropped.fetch" | "failed.fetch" | "dead.fetch" | "passed.clean" | "dropped.clean" | "failed.clean" | "dead.clean" | "passed.enrich" | "dropped.enrich" | "failed.enrich" | "dead.enrich" | "passed.index" | "dropped.index" | "failed.index" | "dead.index" | "busy.clean" | "lag.clean" | "busy.enrich" | "lag.enrich" | "busy.index" | "lag.index" | "searchable" | "dropped" | "failed" | "dead" | "delay" | "age" | "lag.ledger" | "lag.extension" | "requests.ok" | "requests.refused" | "requests.failed" | "traffic" | "processors" | "memory" | "room.state" | "room.data")[];
                /** @description hour: 60 steps of a minute; day: 144 of 10; week: 168 of an hour; quarter: 90 days. */
                span?: "hour" | "day" | "week" | "quarter";
            };
            header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesAnswer"];
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dead: {
        parameters: {
            query?: {
                /** @description Only letters of this group (cause). */
                group?: string;
                /** @description Only letters with this reason. */
                reason?: string;
                /** @description Only letters of this source. */
                source?: string;
                /** @description Only letters of this stage. */
                stage?: "discover" | "fetch" | "clean" | "enrich" | "index" | "alert";
                /** @description Only what failed from this day or time on. */
                from?: string;
                /** @description Only what failed before the end of this day, or before this time. */
                to?: string;
                /** @description Number of letters, newest first. */
                limit?: number;
                /** @description The `next` of the page before. */
                cursor?: string;
            };
            header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadAnswer"];
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deadGroups: {
        parameters: {
            query?: {
                /** @description Only letters of this group (cause). */
                group?: string;
                /** @description Only letters with this reason. */
                reason?: string;
                /** @description Only letters of this source. */
                source?: string;
                /** @description Only letters of this stage. */
                stage?: "discover" | "fetch" | "clean" | "enrich" | "index" | "alert";
                /** @description Only what failed from this day or time on. */
                from?: string;
                /** @description Only what failed before the end of this day, or before this time. */
                to?: string;
            };
            header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadGroupsAnswer"];
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deadReceipts: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadReceiptsAnswer"];
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replays: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayRunsAnswer"];
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startReplay: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the answer of the first one, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Ids of dead letters. */
                    ids?: string[];
                    /**
                     * @description All letters.
                     * @constant
                     */
                    all?: true;
                    /** @description Only letters of this group (cause). */
                    group?: string;
                    /** @description Only letters with this reason. */
                    reason?: string;
                    /** @description Only letters of this source. */
                    source?: string;
                    /**
                     * @description Only letters of this stage.
                     * @enum {string}
                     */
                    stage?: "discover" | "fetch" | "clean" | "enrich" | "index" | "alert";
                    /** @description Only what failed from this day or time on. */
                    from?: string;
                    /** @description Only what failed before the end of this day, or before this time. */
                    to?: string;
                    /**
                     * @description Messages per second, at most.
                     * @default 20
                     */
                    rate?: number;
                };
            };
        };
        responses: {
            /** @description As asked. */
            202: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayRunAnswer"];
                };
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-version, no-original, unknown-item, unknown-dead-letter, unknown-replay, no-verification, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description already-there, verification-runs, request-in-flight, answer-not-kept, too-many-saved-searches, too-many-keys */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description bad-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stopReplay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayRunAnswer"];
                };
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-version, no-original, unknown-item, unknown-dead-letter, unknown-replay, no-verification, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tryLetters: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the answer of the first one, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Ids of dead letters. */
                    ids?: string[];
                    /**
                     * @description All letters.
                     * @constant
                     */
                    all?: true;
                    /** @description Only letters of this group (cause). */
                    group?: string;
                    /** @description Only letters with this reason. */
                    reason?: string;
                    /** @description Only letters of this source. */
                    source?: string;
                    /**
                     * @description Only letters of this stage.
                     * @enum {string}
                     */
                    stage?: "discover" | "fetch" | "clean" | "enrich" | "index" | "alert";
                    /** @description Only what failed from this day or time on. */
                    from?: string;
                    /** @description Only what failed before the end of this day, or before this time. */
                    to?: string;
                    /**
                     * @description Letters that are tried, where more are meant.
                     * @default 20
                     */
                    sample?: number;
                    /**
                     * @description Whether a request is made, as a preview does, to see what it gives; for one id, with the scope admin.
                     * @default false
                     */
                    ask?: boolean;
                };
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrialsAnswer"];
                };
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-version, no-original, unknown-item, unknown-dead-letter, unknown-replay, no-verification, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description already-there, verification-runs, request-in-flight, answer-not-kept, too-many-saved-searches, too-many-keys */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description bad-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-supported */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replay: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the answer of the first one, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Ids of dead letters. */
                    ids?: string[];
                    /**
                     * @description All letters.
                     * @constant
                     */
                    all?: true;
                    /** @description Only letters of this group (cause). */
                    group?: string;
                    /** @description Only letters with this reason. */
                    reason?: string;
                    /** @description Only letters of this source. */
                    source?: string;
                    /**
                     * @description Only letters of this stage.
                     * @enum {string}
                     */
                    stage?: "discover" | "fetch" | "clean" | "enrich" | "index" | "alert";
                    /** @description Only what failed from this day or time on. */
                    from?: string;
                    /** @description Only what failed before the end of this day, or before this time. */
                    to?: string;
                    /**
                     * @description Only list the letters that would be replayed.
                     * @default false
                     */
                    dryRun?: boolean;
                };
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayAnswer"];
                };
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-version, no-original, unknown-item, unknown-dead-letter, unknown-replay, no-verification, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description already-there, verification-runs, request-in-flight, answer-not-kept, too-many-saved-searches, too-many-keys */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description bad-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    discardLetters: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the answer of the first one, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Ids of dead letters. */
                    ids?: string[];
                    /**
                     * @description All letters.
                     * @constant
                     */
                    all?: true;
                    /** @description Only letters of this group (cause). */
                    group?: string;
                    /** @description Only letters with this reason. */
                    reason?: string;
                    /** @description Only letters of this source. */
                    source?: string;
                    /**
                     * @description Only letters of this stage.
                     * @enum {string}
                     */
                    stage?: "discover" | "fetch" | "clean" | "enrich" | "index" | "alert";
                    /** @description Only what failed from this day or time on. */
                    from?: string;
                    /** @description Only what failed before the end of this day, or before this time. */
                    to?: string;
                    /** @description Why they are given up; ledger and receipt keep it. */
                    why: string;
                };
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadReceipt"];
                };
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-version, no-original, unknown-item, unknown-dead-letter, unknown-replay, no-verification, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description already-there, verification-runs, request-in-flight, answer-not-kept, too-many-saved-searches, too-many-keys */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description bad-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deadLetter: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetterAnswer"];
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-version, no-original, unknown-item, unknown-dead-letter, unknown-replay, no-verification, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deadLetterBytes: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-version, no-original, unknown-item, unknown-dead-letter, unknown-replay, no-verification, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editLetter: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the answer of the first one, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description ETag of what is to be changed: then 412 instead of a change of something else. Without it 428. */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The message as JSON; of a page the facts of it. */
                    text: string;
                    /** @description The `edition` of the letter that was edited; where the letter has another one now, the edit is refused. */
                    edition?: string;
                };
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadReceipt"];
                };
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-version, no-original, unknown-item, unknown-dead-letter, unknown-replay, no-verification, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description already-there, verification-runs, request-in-flight, answer-not-kept, too-many-saved-searches, too-many-keys */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description precondition-failed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description bad-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-supported */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    preview: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the answer of the first one, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Address of a feed, a home page or an article. */
                    url: string;
                    /** @description Id of the source as which the address is requested and read; by default the one to which the address belongs. */
                    source?: string;
                    /** @description A source that no file has yet, in its place. Its headers may name secrets, so it needs the scope admin, like writing a source file. Its allowPrivate does not count here. */
                    definition?: {
                        /** @description Name of the source in all data; never changes. */
                        id?: string;
                        /** @description Name of the publication as readers know it. */
                        name: string;
                        /** @description Ways by which the source tells of new articles. */
                        channels: {
                            /**
                             * @description How the channel is read.
                             * @default feed
                             * @enum {string}
                             */
                            kind?: "feed" | "sitemap" | "news-sitemap" | "list" | "warc";
                            /**
                             * Format: uri
                             * @description Address of the feed, sitemap, list page or WARC file; file:///… for a WARC file on the disk of the fetch service.
                             */
                            url: string;
                            /** @description CSS selector of the article links of a list page; without it they are found by where they stand and what their addresses look like. */
                            select?: string;
                            /** @description Beginnings of the addresses that are taken from a WARC file; without it the domains of the other channels. */
                            within?: string[];
                            /** @description How often it is polled; without it the interval adapts to the publisher. */
                            interval?: string;
                            /** @description Whether articles are made of the entries of this channel alone and no page is fetched; without it as the source says. */
                            feedOnly?: boolean;
                            /** @description Only what one of these rules holds for is taken; without any, all. */
                            include?: {
                                /** @description Name under which the ledger and the metrics tell of it; without it its place in the file. */
                                name?: string;
                                /** @description Patterns of whole titles, such as "*live blog*". */
                                title?: string[];
                                /** @description Patterns of addresses: whole, without https:// and www., or from the / of the path on. */
                                url?: string[];
                                /** @description Patterns of whole categories, sections or keywords. */
                                category?: string[];
                                /** @description Patterns of whole names of authors. */
                                author?: string[];
                                /** @description Hosts of the page, with all hosts below them. */
                                host?: string[];
                                /** @description Languages that page or feed name; en holds for en-GB too. */
                                language?: string[];
                                /** @description The article was published longer ago than this when it was found. */
                                olderThan?: string;
                                /** @description The text has fewer words than this. */
                                fewerWords?: number;
                                /** @description Whether it is marked as paid for (advertorial, sponsored content): true or false. */
                                sponsored?: boolean;
                            }[];
                            /** @description What one of these rules holds for is left out. */
                            exclude?: {
                                /** @description Name under which the ledger and the metrics tell of it; without it its place in the file. */
                                name?: string;
                                /** @description Patterns of whole titles, such as "*live blog*". */
                                title?: string[];
                                /** @description Patterns of addresses: whole, without https:// and www., or from the / of the path on. */
                                url?: string[];
                                /** @description Patterns of whole categories, sections or keywords. */
                                category?: string[];
                                /** @description Patterns of whole names of authors. */
                                author?: string[];
                                /** @description Hosts of the page, with all hosts below them. */
                                host?: string[];
                                /** @description Languages that page or feed name; en holds for en-GB too. */
                                language?: string[];
                                /** @description The article was published longer ago than this when it was found. */
                                olderThan?: string;
                                /** @description The text has fewer words than this. */
                                fewerWords?: number;
                                /** @description Whether it is marked as paid for (advertorial, sponsored content): true or false. */
                                sponsored?: boolean;
                            }[];
                        }[];
                        /**
                         * @description Further domains of the publication, where its channels lie elsewhere: a channel speaks for pages of its own domain and of these alone.
                         * @default []
                         */
                        domains?: string[];
                        /**
                         * @description Whether the source is polled.
                         * @default true
                         */
                        enabled?: boolean;
                        /** @description Main language, as BCP 47 tag. */
                        language?: string;
                        /** @description Country of the publisher, ISO 3166-1. */
                        country?: string;
                        /** @description IANA time zone of dates that name none. */
                        timeZone?: string;
                        /**
                         * @description Free labels for searching and grouping.
                         * @default []
                         */
                        tags?: string[];
                        /** @description Licence or terms under which the articles may be used. */
                        licence?: string;
                        /** @description What may be done with the articles against what their pages reserve (docs/rights.md), and on what ground. It counts at once, for all articles of the source. */
                        rights?: {
                            /** @description Why, in writing: the contract or law that allows it. Shown wherever it counts. */
                            ground: string;
                            /** @description Uses that are allowed whatever the pages say. */
                            allow: ("snippet" | "fullText" | "archive" | "export" | "agents" | "training")[];
                        };
                        /** @description How long articles are kept; without it, for ever. */
                        retention?: string;
                        /**
                         * @description Whether robots.txt and what pages say to robots (noindex) are obeyed: obey both, robots-txt that file alone, ignore neither. All but obey only with the publisher's permission.
                         * @default obey
                         * @enum {string}
                         */
                        robots?: "obey" | "robots-txt" | "ignore";
                        /**
                         * @description Extra request headers; ${NAME} is read from the environment.
                         * @default {}
                         */
                        headers?: {
                            [key: string]: string;
                        };
                        /** @description By what the servers of the source are reached; ${NAME} is read from the environment. */
                        access?: {
                            /** @description Proxy by which all requests of the source go, with user and password as secrets. */
                            proxy?: string;
                            /** @description Certificate of the client, PEM: a secret. */
                            certificate?: string;
                            /** @description Key of that certificate, PEM: a secret. */
                            key?: string;
                        };
                        /**
                         * @description Private host:port pairs that this source may reach, exactly as in its addresses.
                         * @default []
                         */
                        allowPrivate?: string[];
                        /**
                         * @description Whether the hub that a feed names is asked to push it (WebSub); auto where NEWSMILL_PUBLIC_URL is set.
                         * @default auto
                         * @enum {string}
                         */
                        websub?: "auto" | "off";
                        /**
                         * @description Whether sitemaps that robots.txt names become channels by themselves.
                         * @default false
                         */
                        discover?: boolean;
                        /**
                         * @description Limits of requests to this source.
                         * @default {}
                         */
                        limits?: {
                            /**
                             * @description Pause between two requests to one host.
                             * @default 1s
                             */
                            delay?: string;
                            /**
                             * @description Greatest size of an answer, decoded, in bytes.
                             * @default 10485760
                             */
                            maxBytes?: number;
                            /**
                             * @description Greatest duration of one request, in all.
                             * @default 30s
                             */
                            timeout?: string;
                            /**
                             * @description Greatest number of entries taken at one poll of a channel; the others follow at later polls.
                             * @default 2000
                             */
                            maxItemsPerPoll?: number;
                        };
                        /** @description What the source may use a day (UTC); none: without end. When it is used up, its pages wait for the next day; channels are still polled. */
                        quota?: {
                            /** @description Bytes of answers, as they come over the wire; without it as NEWSMILL_SOURCE_BYTES_A_DAY says. */
                            bytes?: number | "none";
                            /** @description Requests for pages; without it as NEWSMILL_SOURCE_PAGES_A_DAY says. */
                            pages?: number | "none";
                            /** @description CPU time of reading its channels and of cleaning and enriching its pages; without it as NEWSMILL_SOURCE_CPU_A_DAY says. */
                            cpu?: string | "none";
                        };
                        /**
                         * @description Whether an article that its publisher has taken away (404, 410) leaves the library.
                         * @default remove
                         * @enum {string}
                         */
                        onGone?: "remove" | "keep";
                        /** @description Whether the whole text of a feed entry stands in for a page that cannot be had: without it where the page fails or a wall (challenge, login, consent) stands before it, true also where it is refused (401, 403), false never. Only for pages that the channel speaks for, and never where robots.txt forbids the page or cannot be had. */
                        entryFallback?: boolean;
                        /** @description Whether articles are made of feed entries alone and no page is fetched: for publishers that forbid fetching, or whose feeds carry whole texts. Only for pages that the channel speaks for. */
                        feedOnly?: boolean;
                        /** @description Only what one of these rules holds for is taken; without any, all. */
                        include?: {
                            /** @description Name under which the ledger and the metrics tell of it; without it its place in the file. */
                            name?: string;
                            /** @description Patterns of whole titles, such as "*live blog*". */
                            title?: string[];
                            /** @description Patterns of addresses: whole, without https:// and www., or from the / of the path on. */
                            url?: string[];
                            /** @description Patterns of whole categories, sections or keywords. */
                            category?: string[];
                            /** @description Patterns of whole names of authors. */
                            author?: string[];
                            /** @description Hosts of the page, with all hosts below them. */
                            host?: string[];
                            /** @description Languages that page or feed name; en holds for en-GB too. */
                            language?: string[];
                            /** @description The article was published longer ago than this when it was found. */
                            olderThan?: string;
                            /** @description The text has fewer words than this. */
                            fewerWords?: number;
                            /** @description Whether it is marked as paid for (advertorial, sponsored content): true or false. */
                            sponsored?: boolean;
                        }[];
                        /** @description What one of these rules holds for is left out. */
                        exclude?: {
                            /** @description Name under which the ledger and the metrics tell of it; without it its place in the file. */
                            name?: string;
                            /** @description Patterns of whole titles, such as "*live blog*". */
                            title?: string[];
                            /** @description Patterns of addresses: whole, without https:// and www., or from the / of the path on. */
                            url?: string[];
                            /** @description Patterns of whole categories, sections or keywords. */
                            category?: string[];
                            /** @description Patterns of whole names of authors. */
                            author?: string[];
                            /** @description Hosts of the page, with all hosts below them. */
                            host?: string[];
                            /** @description Languages that page or feed name; en holds for en-GB too. */
                            language?: string[];
                            /** @description The article was published longer ago than this when it was found. */
                            olderThan?: string;
                            /** @description The text has fewer words than this. */
                            fewerWords?: number;
                            /** @description Whether it is marked as paid for (advertorial, sponsored content): true or false. */
                            sponsored?: boolean;
                        }[];
                        /** @description Where the pages have what is not found by itself. */
                        rules?: {
                            /** @description Elements whose text is the body. */
                            body?: string[];
                            /** @description Elements whose text is not part of the body. */
                            remove?: string[];
                            /** @description Element with the headline. */
                            title?: string;
                            /** @description Elements with one author each. */
                            authors?: string;
                            /** @description Element with the date of publication: its datetime or content attribute, else its text. */
                            published?: string;
                        };
                        /**
                         * @description Pages and what must be found in them.
                         * @default []
                         */
                        tests?: {
                            /** Format: uri */
                            url: string;
                            title?: string;
                            /** @default [] */
                            contains?: string[];
                        }[];
                    };
                    /** @description Section pages of the home page that are looked at for feeds and lists of articles; by default up to 6, where the channels found bring less than 60 % of the articles of the home page. */
                    sections?: number;
                    /**
                     * @description Private host:port pairs that this request may reach, and no others. Naming one needs the scope admin, like writing a source file.
                     * @default []
                     */
                    allowPrivate?: string[];
                };
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewAnswer"];
                };
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-version, no-original, unknown-item, unknown-dead-letter, unknown-replay, no-verification, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description already-there, verification-runs, request-in-flight, answer-not-kept, too-many-saved-searches, too-many-keys */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description bad-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    extract: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the answer of the first one, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Address of the page of an article. */
                    url: string;
                    /** @description Id of the source as which the address is requested and read; by default the one to which the address belongs. */
                    source?: string;
                    /** @description A source that no file has yet, in its place. Its headers may name secrets, so it needs the scope admin, like writing a source file. Its allowPrivate does not count here. */
                    definition?: {
                        /** @description Name of the source in all data; never changes. */
                        id?: string;
                        /** @description Name of the publication as readers know it. */
                        name: string;
                        /** @description Ways by which the source tells of new articles. */
                        channels: {
                            /**
                             * @description How the channel is read.
                             * @default feed
                             * @enum {string}
                             */
                            kind?: "feed" | "sitemap" | "news-sitemap" | "list" | "warc";
                            /**
                             * Format: uri
                             * @description Address of the feed, sitemap, list page or WARC file; file:///… for a WARC file on the disk of the fetch service.
                             */
                            url: string;
                            /** @description CSS selector of the article links of a list page; without it they are found by where they stand and what their addresses look like. */
                            select?: string;
                            /** @description Beginnings of the addresses that are taken from a WARC file; without it the domains of the other channels. */
                            within?: string[];
                            /** @description How often it is polled; without it the interval adapts to the publisher. */
                            interval?: string;
                            /** @description Whether articles are made of the entries of this channel alone and no page is fetched; without it as the source says. */
                            feedOnly?: boolean;
                            /** @description Only what one of these rules holds for is taken; without any, all. */
                            include?: {
                                /** @description Name under which the ledger and the metrics tell of it; without it its place in the file. */
                                name?: string;
                                /** @description Patterns of whole titles, such as "*live blog*". */
                                title?: string[];
                                /** @description Patterns of addresses: whole, without https:// and www., or from the / of the path on. */
                                url?: string[];
                                /** @description Patterns of whole categories, sections or keywords. */
                                category?: string[];
                                /** @description Patterns of whole names of authors. */
                                author?: string[];
                                /** @description Hosts of the page, with all hosts below them. */
                                host?: string[];
                                /** @description Languages that page or feed name; en holds for en-GB too. */
                                language?: string[];
                                /** @description The article was published longer ago than this when it was found. */
                                olderThan?: string;
                                /** @description The text has fewer words than this. */
                                fewerWords?: number;
                                /** @description Whether it is marked as paid for (advertorial, sponsored content): true or false. */
                                sponsored?: boolean;
                            }[];
                            /** @description What one of these rules holds for is left out. */
                            exclude?: {
                                /** @description Name under which the ledger and the metrics tell of it; without it its place in the file. */
                                name?: string;
                                /** @description Patterns of whole titles, such as "*live blog*". */
                                title?: string[];
                                /** @description Patterns of addresses: whole, without https:// and www., or from the / of the path on. */
                                url?: string[];
                                /** @description Patterns of whole categories, sections or keywords. */
                                category?: string[];
                                /** @description Patterns of whole names of authors. */
                                author?: string[];
                                /** @description Hosts of the page, with all hosts below them. */
                                host?: string[];
                                /** @description Languages that page or feed name; en holds for en-GB too. */
                                language?: string[];
                                /** @description The article was published longer ago than this when it was found. */
                                olderThan?: string;
                                /** @description The text has fewer words than this. */
                                fewerWords?: number;
                                /** @description Whether it is marked as paid for (advertorial, sponsored content): true or false. */
                                sponsored?: boolean;
                            }[];
                        }[];
                        /**
                         * @description Further domains of the publication, where its channels lie elsewhere: a channel speaks for pages of its own domain and of these alone.
                         * @default []
                         */
                        domains?: string[];
                        /**
                         * @description Whether the source is polled.
                         * @default true
                         */
                        enabled?: boolean;
                        /** @description Main language, as BCP 47 tag. */
                        language?: string;
                        /** @description Country of the publisher, ISO 3166-1. */
                        country?: string;
                        /** @description IANA time zone of dates that name none. */
                        timeZone?: string;
                        /**
                         * @description Free labels for searching and grouping.
                         * @default []
                         */
                        tags?: string[];
                        /** @description Licence or terms under which the articles may be used. */
                        licence?: string;
                        /** @description What may be done with the articles against what their pages reserve (docs/rights.md), and on what ground. It counts at once, for all articles of the source. */
                        rights?: {
                            /** @description Why, in writing: the contract or law that allows it. Shown wherever it counts. */
                            ground: string;
                            /** @description Uses that are allowed whatever the pages say. */
                            allow: ("snippet" | "fullText" | "archive" | "export" | "agents" | "training")[];
                        };
                        /** @description How long articles are kept; without it, for ever. */
                        retention?: string;
                        /**
                         * @description Whether robots.txt and what pages say to robots (noindex) are obeyed: obey both, robots-txt that file alone, ignore neither. All but obey only with the publisher's permission.
                         * @default obey
                         * @enum {string}
                         */
                        robots?: "obey" | "robots-txt" | "ignore";
                        /**
                         * @description Extra request headers; ${NAME} is read from the environment.
                         * @default {}
                         */
                        headers?: {
                            [key: string]: string;
                        };
                        /** @description By what the servers of the source are reached; ${NAME} is read from the environment. */
                        access?: {
                            /** @description Proxy by which all requests of the source go, with user and password as secrets. */
                            proxy?: string;
                            /** @description Certificate of the client, PEM: a secret. */
                            certificate?: string;
                            /** @description Key of that certificate, PEM: a secret. */
                            key?: string;
                        };
                        /**
                         * @description Private host:port pairs that this source may reach, exactly as in its addresses.
                         * @default []
                         */
                        allowPrivate?: string[];
                        /**
                         * @description Whether the hub that a feed names is asked to push it (WebSub); auto where NEWSMILL_PUBLIC_URL is set.
                         * @default auto
                         * @enum {string}
                         */
                        websub?: "auto" | "off";
                        /**
                         * @description Whether sitemaps that robots.txt names become channels by themselves.
                         * @default false
                         */
                        discover?: boolean;
                        /**
                         * @description Limits of requests to this source.
                         * @default {}
                         */
                        limits?: {
                            /**
                             * @description Pause between two requests to one host.
                             * @default 1s
                             */
                            delay?: string;
                            /**
                             * @description Greatest size of an answer, decoded, in bytes.
                             * @default 10485760
                             */
                            maxBytes?: number;
                            /**
                             * @description Greatest duration of one request, in all.
                             * @default 30s
                             */
                            timeout?: string;
                            /**
                             * @description Greatest number of entries taken at one poll of a channel; the others follow at later polls.
                             * @default 2000
                             */
                            maxItemsPerPoll?: number;
                        };
                        /** @description What the source may use a day (UTC); none: without end. When it is used up, its pages wait for the next day; channels are still polled. */
                        quota?: {
                            /** @description Bytes of answers, as they come over the wire; without it as NEWSMILL_SOURCE_BYTES_A_DAY says. */
                            bytes?: number | "none";
                            /** @description Requests for pages; without it as NEWSMILL_SOURCE_PAGES_A_DAY says. */
                            pages?: number | "none";
                            /** @description CPU time of reading its channels and of cleaning and enriching its pages; without it as NEWSMILL_SOURCE_CPU_A_DAY says. */
                            cpu?: string | "none";
                        };
                        /**
                         * @description Whether an article that its publisher has taken away (404, 410) leaves the library.
                         * @default remove
                         * @enum {string}
                         */
                        onGone?: "remove" | "keep";
                        /** @description Whether the whole text of a feed entry stands in for a page that cannot be had: without it where the page fails or a wall (challenge, login, consent) stands before it, true also where it is refused (401, 403), false never. Only for pages that the channel speaks for, and never where robots.txt forbids the page or cannot be had. */
                        entryFallback?: boolean;
                        /** @description Whether articles are made of feed entries alone and no page is fetched: for publishers that forbid fetching, or whose feeds carry whole texts. Only for pages that the channel speaks for. */
                        feedOnly?: boolean;
                        /** @description Only what one of these rules holds for is taken; without any, all. */
                        include?: {
                            /** @description Name under which the ledger and the metrics tell of it; without it its place in the file. */
                            name?: string;
                            /** @description Patterns of whole titles, such as "*live blog*". */
                            title?: string[];
                            /** @description Patterns of addresses: whole, without https:// and www., or from the / of the path on. */
                            url?: string[];
                            /** @description Patterns of whole categories, sections or keywords. */
                            category?: string[];
                            /** @description Patterns of whole names of authors. */
                            author?: string[];
                            /** @description Hosts of the page, with all hosts below them. */
                            host?: string[];
                            /** @description Languages that page or feed name; en holds for en-GB too. */
                            language?: string[];
                            /** @description The article was published longer ago than this when it was found. */
                            olderThan?: string;
                            /** @description The text has fewer words than this. */
                            fewerWords?: number;
                            /** @description Whether it is marked as paid for (advertorial, sponsored content): true or false. */
                            sponsored?: boolean;
                        }[];
                        /** @description What one of these rules holds for is left out. */
                        exclude?: {
                            /** @description Name under which the ledger and the metrics tell of it; without it its place in the file. */
                            name?: string;
                            /** @description Patterns of whole titles, such as "*live blog*". */
                            title?: string[];
                            /** @description Patterns of addresses: whole, without https:// and www., or from the / of the path on. */
                            url?: string[];
                            /** @description Patterns of whole categories, sections or keywords. */
                            category?: string[];
                            /** @description Patterns of whole names of authors. */
                            author?: string[];
                            /** @description Hosts of the page, with all hosts below them. */
                            host?: string[];
                            /** @description Languages that page or feed name; en holds for en-GB too. */
                            language?: string[];
                            /** @description The article was published longer ago than this when it was found. */
                            olderThan?: string;
                            /** @description The text has fewer words than this. */
                            fewerWords?: number;
                            /** @description Whether it is marked as paid for (advertorial, sponsored content): true or false. */
                            sponsored?: boolean;
                        }[];
                        /** @description Where the pages have what is not found by itself. */
                        rules?: {
                            /** @description Elements whose text is the body. */
                            body?: string[];
                            /** @description Elements whose text is not part of the body. */
                            remove?: string[];
                            /** @description Element with the headline. */
                            title?: string;
                            /** @description Elements with one author each. */
                            authors?: string;
                            /** @description Element with the date of publication: its datetime or content attribute, else its text. */
                            published?: string;
                        };
                        /**
                         * @description Pages and what must be found in them.
                         * @default []
                         */
                        tests?: {
                            /** Format: uri */
                            url: string;
                            title?: string;
                            /** @default [] */
                            contains?: string[];
                        }[];
                    };
                    /**
                     * @description Private host:port pairs that this request may reach, and no others. Naming one needs the scope admin, like writing a source file.
                     * @default []
                     */
                    allowPrivate?: string[];
                };
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtractAnswer"];
                };
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-version, no-original, unknown-item, unknown-dead-letter, unknown-replay, no-verification, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description already-there, verification-runs, request-in-flight, answer-not-kept, too-many-saved-searches, too-many-keys */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description bad-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    source: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Source"];
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-version, no-original, unknown-item, unknown-dead-letter, unknown-replay, no-verification, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putSource: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of what is to be changed: then 412 instead of a change of something else. Without it 428. */
                "If-Match"?: components["parameters"]["If-Match"];
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Name of the source in all data; never changes. */
                    id?: string;
                    /** @description Name of the publication as readers know it. */
                    name: string;
                    /** @description Ways by which the source tells of new articles. */
                    channels: {
                        /**
                         * @description How the channel is read.
                         * @default feed
                         * @enum {string}
                         */
                        kind?: "feed" | "sitemap" | "news-sitemap" | "list" | "warc";
                        /**
                         * Format: uri
                         * @description Address of the feed, sitemap, list page or WARC file; file:///… for a WARC file on the disk of the fetch service.
                         */
                        url: string;
                        /** @description CSS selector of the article links of a list page; without it they are found by where they stand and what their addresses look like. */
                        select?: string;
                        /** @description Beginnings of the addresses that are taken from a WARC file; without it the domains of the other channels. */
                        within?: string[];
                        /** @description How often it is polled; without it the interval adapts to the publisher. */
                        interval?: string;
                        /** @description Whether articles are made of the entries of this channel alone and no page is fetched; without it as the source says. */
                        feedOnly?: boolean;
                        /** @description Only what one of these rules holds for is taken; without any, all. */
                        include?: {
                            /** @description Name under which the ledger and the metrics tell of it; without it its place in the file. */
                            name?: string;
                            /** @description Patterns of whole titles, such as "*live blog*". */
                            title?: string[];
                            /** @description Patterns of addresses: whole, without https:// and www., or from the / of the path on. */
                            url?: string[];
                            /** @description Patterns of whole categories, sections or keywords. */
                            category?: string[];
                            /** @description Patterns of whole names of authors. */
                            author?: string[];
                            /** @description Hosts of the page, with all hosts below them. */
                            host?: string[];
                            /** @description Languages that page or feed name; en holds for en-GB too. */
                            language?: string[];
                            /** @description The article was published longer ago than this when it was found. */
                            olderThan?: string;
                            /** @description The text has fewer words than this. */
                            fewerWords?: number;
                            /** @description Whether it is marked as paid for (advertorial, sponsored content): true or false. */
                            sponsored?: boolean;
                        }[];
                        /** @description What one of these rules holds for is left out. */
                        exclude?: {
                            /** @description Name under which the ledger and the metrics tell of it; without it its place in the file. */
                            name?: string;
                            /** @description Patterns of whole titles, such as "*live blog*". */
                            title?: string[];
                            /** @description Patterns of addresses: whole, without https:// and www., or from the / of the path on. */
                            url?: string[];
                            /** @description Patterns of whole categories, sections or keywords. */
                            category?: string[];
                            /** @description Patterns of whole names of authors. */
                            author?: string[];
                            /** @description Hosts of the page, with all hosts below them. */
                            host?: string[];
                            /** @description Languages that page or feed name; en holds for en-GB too. */
                            language?: string[];
                            /** @description The article was published longer ago than this when it was found. */
                            olderThan?: string;
                            /** @description The text has fewer words than this. */
                            fewerWords?: number;
                            /** @description Whether it is marked as paid for (advertorial, sponsored content): true or false. */
                            sponsored?: boolean;
                        }[];
                    }[];
                    /**
                     * @description Further domains of the publication, where its channels lie elsewhere: a channel speaks for pages of its own domain and of these alone.
                     * @default []
                     */
                    domains?: string[];
                    /**
                     * @description Whether the source is polled.
                     * @default true
                     */
                    enabled?: boolean;
                    /** @description Main language, as BCP 47 tag. */
                    language?: string;
                    /** @description Country of the publisher, ISO 3166-1. */
                    country?: string;
                    /** @description IANA time zone of dates that name none. */
                    timeZone?: string;
                    /**
                     * @description Free labels for searching and grouping.
                     * @default []
                     */
                    tags?: string[];
                    /** @description Licence or terms under which the articles may be used. */
                    licence?: string;
                    /** @description What may be done with the articles against what their pages reserve (docs/rights.md), and on what ground. It counts at once, for all articles of the source. */
                    rights?: {
                        /** @description Why, in writing: the contract or law that allows it. Shown wherever it counts. */
                        ground: string;
                        /** @description Uses that are allowed whatever the pages say. */
                        allow: ("snippet" | "fullText" | "archive" | "export" | "agents" | "training")[];
                    };
                    /** @description How long articles are kept; without it, for ever. */
                    retention?: string;
                    /**
                     * @description Whether robots.txt and what pages say to robots (noindex) are obeyed: obey both, robots-txt that file alone, ignore neither. All but obey only with the publisher's permission.
                     * @default obey
                     * @enum {string}
                     */
                    robots?: "obey" | "robots-txt" | "ignore";
                    /**
                     * @description Extra request headers; ${NAME} is read from the environment.
                     * @default {}
                     */
                    headers?: {
                        [key: string]: string;
                    };
                    /** @description By what the servers of the source are reached; ${NAME} is read from the environment. */
                    access?: {
                        /** @description Proxy by which all requests of the source go, with user and password as secrets. */
                        proxy?: string;
                        /** @description Certificate of the client, PEM: a secret. */
                        certificate?: string;
                        /** @description Key of that certificate, PEM: a secret. */
                        key?: string;
                    };
                    /**
                     * @description Private host:port pairs that this source may reach, exactly as in its addresses.
                     * @default []
                     */
                    allowPrivate?: string[];
                    /**
                     * @description Whether the hub that a feed names is asked to push it (WebSub); auto where NEWSMILL_PUBLIC_URL is set.
                     * @default auto
                     * @enum {string}
                     */
                    websub?: "auto" | "off";
                    /**
                     * @description Whether sitemaps that robots.txt names become channels by themselves.
                     * @default false
                     */
                    discover?: boolean;
                    /**
                     * @description Limits of requests to this source.
                     * @default {}
                     */
                    limits?: {
                        /**
                         * @description Pause between two requests to one host.
                         * @default 1s
                         */
                        delay?: string;
                        /**
                         * @description Greatest size of an answer, decoded, in bytes.
                         * @default 10485760
                         */
                        maxBytes?: number;
                        /**
                         * @description Greatest duration of one request, in all.
                         * @default 30s
                         */
                        timeout?: string;
                        /**
                         * @description Greatest number of entries taken at one poll of a channel; the others follow at later polls.
                         * @default 2000
                         */
                        maxItemsPerPoll?: number;
                    };
                    /** @description What the source may use a day (UTC); none: without end. When it is used up, its pages wait for the next day; channels are still polled. */
                    quota?: {
                        /** @description Bytes of answers, as they come over the wire; without it as NEWSMILL_SOURCE_BYTES_A_DAY says. */
                        bytes?: number | "none";
                        /** @description Requests for pages; without it as NEWSMILL_SOURCE_PAGES_A_DAY says. */
                        pages?: number | "none";
                        /** @description CPU time of reading its channels and of cleaning and enriching its pages; without it as NEWSMILL_SOURCE_CPU_A_DAY says. */
                        cpu?: string | "none";
                    };
                    /**
                     * @description Whether an article that its publisher has taken away (404, 410) leaves the library.
                     * @default remove
                     * @enum {string}
                     */
                    onGone?: "remove" | "keep";
                    /** @description Whether the whole text of a feed entry stands in for a page that cannot be had: without it where the page fails or a wall (challenge, login, consent) stands before it, true also where it is refused (401, 403), false never. Only for pages that the channel speaks for, and never where robots.txt forbids the page or cannot be had. */
                    entryFallback?: boolean;
                    /** @description Whether articles are made of feed entries alone and no page is fetched: for publishers that forbid fetching, or whose feeds carry whole texts. Only for pages that the channel speaks for. */
                    feedOnly?: boolean;
                    /** @description Only what one of these rules holds for is taken; without any, all. */
                    include?: {
                        /** @description Name under which the ledger and the metrics tell of it; without it its place in the file. */
                        name?: string;
                        /** @description Patterns of whole titles, such as "*live blog*". */
                        title?: string[];
                        /** @description Patterns of addresses: whole, without https:// and www., or from the / of the path on. */
                        url?: string[];
                        /** @description Patterns of whole categories, sections or keywords. */
                        category?: string[];
                        /** @description Patterns of whole names of authors. */
                        author?: string[];
                        /** @description Hosts of the page, with all hosts below them. */
                        host?: string[];
                        /** @description Languages that page or feed name; en holds for en-GB too. */
                        language?: string[];
                        /** @description The article was published longer ago than this when it was found. */
                        olderThan?: string;
                        /** @description The text has fewer words than this. */
                        fewerWords?: number;
                        /** @description Whether it is marked as paid for (advertorial, sponsored content): true or false. */
                        sponsored?: boolean;
                    }[];
                    /** @description What one of these rules holds for is left out. */
                    exclude?: {
                        /** @description Name under which the ledger and the metrics tell of it; without it its place in the file. */
                        name?: string;
                        /** @description Patterns of whole titles, such as "*live blog*". */
                        title?: string[];
                        /** @description Patterns of addresses: whole, without https:// and www., or from the / of the path on. */
                        url?: string[];
                        /** @description Patterns of whole categories, sections or keywords. */
                        category?: string[];
                        /** @description Patterns of whole names of authors. */
                        author?: string[];
                        /** @description Hosts of the page, with all hosts below them. */
                        host?: string[];
                        /** @description Languages that page or feed name; en holds for en-GB too. */
                        language?: string[];
                        /** @description The article was published longer ago than this when it was found. */
                        olderThan?: string;
                        /** @description The text has fewer words than this. */
                        fewerWords?: number;
                        /** @description Whether it is marked as paid for (advertorial, sponsored content): true or false. */
                        sponsored?: boolean;
                    }[];
                    /** @description Where the pages have what is not found by itself. */
                    rules?: {
                        /** @description Elements whose text is the body. */
                        body?: string[];
                        /** @description Elements whose text is not part of the body. */
                        remove?: string[];
                        /** @description Element with the headline. */
                        title?: string;
                        /** @description Elements with one author each. */
                        authors?: string;
                        /** @description Element with the date of publication: its datetime or content attribute, else its text. */
                        published?: string;
                    };
                    /**
                     * @description Pages and what must be found in them.
                     * @default []
                     */
                    tests?: {
                        /** Format: uri */
                        url: string;
                        title?: string;
                        /** @default [] */
                        contains?: string[];
                    }[];
                };
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Source"];
                };
            };
            /** @description Made. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Source"];
                };
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description precondition-failed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description bad-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description precondition-needed */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-supported */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeSource: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of what is to be changed: then 412 instead of a change of something else. Without it 428. */
                "If-Match"?: components["parameters"]["If-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            204: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-version, no-original, unknown-item, unknown-dead-letter, unknown-replay, no-verification, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description precondition-failed */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description precondition-needed */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-supported */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pollSource: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the answer of the first one, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PollAnswer"];
                };
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-version, no-original, unknown-item, unknown-dead-letter, unknown-replay, no-verification, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description already-there, verification-runs, request-in-flight, answer-not-kept, too-many-saved-searches, too-many-keys */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description bad-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-supported */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    liftBrake: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the answer of the first one, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiftedAnswer"];
                };
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-version, no-original, unknown-item, unknown-dead-letter, unknown-replay, no-verification, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description already-there, verification-runs, request-in-flight, answer-not-kept, too-many-saved-searches, too-many-keys */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description bad-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    fetches: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FetchesAnswer"];
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-version, no-original, unknown-item, unknown-dead-letter, unknown-replay, no-verification, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pauseSource: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the answer of the first one, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Source"];
                };
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-version, no-original, unknown-item, unknown-dead-letter, unknown-replay, no-verification, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description already-there, verification-runs, request-in-flight, answer-not-kept, too-many-saved-searches, too-many-keys */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description bad-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-supported */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resumeSource: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the answer of the first one, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Source"];
                };
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-version, no-original, unknown-item, unknown-dead-letter, unknown-replay, no-verification, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description already-there, verification-runs, request-in-flight, answer-not-kept, too-many-saved-searches, too-many-keys */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description bad-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-supported */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    examineSource: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the answer of the first one, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExaminationAnswer"];
                };
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-version, no-original, unknown-item, unknown-dead-letter, unknown-replay, no-verification, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description already-there, verification-runs, request-in-flight, answer-not-kept, too-many-saved-searches, too-many-keys */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description bad-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    examineDefinition: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the answer of the first one, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A source that no file has yet. Its allowPrivate does not count here. */
                    definition: {
                        /** @description Name of the source in all data; never changes. */
                        id?: string;
                        /** @description Name of the publication as readers know it. */
                        name: string;
                        /** @description Ways by which the source tells of new articles. */
                        channels: {
                            /**
                             * @description How the channel is read.
                             * @default feed
                             * @enum {string}
                             */
                            kind?: "feed" | "sitemap" | "news-sitemap" | "list" | "warc";
                            /**
                             * Format: uri
                             * @description Address of the feed, sitemap, list page or WARC file; file:///… for a WARC file on the disk of the fetch service.
                             */
                            url: string;
                            /** @description CSS selector of the article links of a list page; without it they are found by where they stand and what their addresses look like. */
                            select?: string;
                            /** @description Beginnings of the addresses that are taken from a WARC file; without it the domains of the other channels. */
                            within?: string[];
                            /** @description How often it is polled; without it the interval adapts to the publisher. */
                            interval?: string;
                            /** @description Whether articles are made of the entries of this channel alone and no page is fetched; without it as the source says. */
                            feedOnly?: boolean;
                            /** @description Only what one of these rules holds for is taken; without any, all. */
                            include?: {
                                /** @description Name under which the ledger and the metrics tell of it; without it its place in the file. */
                                name?: string;
                                /** @description Patterns of whole titles, such as "*live blog*". */
                                title?: string[];
                                /** @description Patterns of addresses: whole, without https:// and www., or from the / of the path on. */
                                url?: string[];
                                /** @description Patterns of whole categories, sections or keywords. */
                                category?: string[];
                                /** @description Patterns of whole names of authors. */
                                author?: string[];
                                /** @description Hosts of the page, with all hosts below them. */
                                host?: string[];
                                /** @description Languages that page or feed name; en holds for en-GB too. */
                                language?: string[];
                                /** @description The article was published longer ago than this when it was found. */
                                olderThan?: string;
                                /** @description The text has fewer words than this. */
                                fewerWords?: number;
                                /** @description Whether it is marked as paid for (advertorial, sponsored content): true or false. */
                                sponsored?: boolean;
                            }[];
                            /** @description What one of these rules holds for is left out. */
                            exclude?: {
                                /** @description Name under which the ledger and the metrics tell of it; without it its place in the file. */
                                name?: string;
                                /** @description Patterns of whole titles, such as "*live blog*". */
                                title?: string[];
                                /** @description Patterns of addresses: whole, without https:// and www., or from the / of the path on. */
                                url?: string[];
                                /** @description Patterns of whole categories, sections or keywords. */
                                category?: string[];
                                /** @description Patterns of whole names of authors. */
                                author?: string[];
                                /** @description Hosts of the page, with all hosts below them. */
                                host?: string[];
                                /** @description Languages that page or feed name; en holds for en-GB too. */
                                language?: string[];
                                /** @description The article was published longer ago than this when it was found. */
                                olderThan?: string;
                                /** @description The text has fewer words than this. */
                                fewerWords?: number;
                                /** @description Whether it is marked as paid for (advertorial, sponsored content): true or false. */
                                sponsored?: boolean;
                            }[];
                        }[];
                        /**
                         * @description Further domains of the publication, where its channels lie elsewhere: a channel speaks for pages of its own domain and of these alone.
                         * @default []
                         */
                        domains?: string[];
                        /**
                         * @description Whether the source is polled.
                         * @default true
                         */
                        enabled?: boolean;
                        /** @description Main language, as BCP 47 tag. */
                        language?: string;
                        /** @description Country of the publisher, ISO 3166-1. */
                        country?: string;
                        /** @description IANA time zone of dates that name none. */
                        timeZone?: string;
                        /**
                         * @description Free labels for searching and grouping.
                         * @default []
                         */
                        tags?: string[];
                        /** @description Licence or terms under which the articles may be used. */
                        licence?: string;
                        /** @description What may be done with the articles against what their pages reserve (docs/rights.md), and on what ground. It counts at once, for all articles of the source. */
                        rights?: {
                            /** @description Why, in writing: the contract or law that allows it. Shown wherever it counts. */
                            ground: string;
                            /** @description Uses that are allowed whatever the pages say. */
                            allow: ("snippet" | "fullText" | "archive" | "export" | "agents" | "training")[];
                        };
                        /** @description How long articles are kept; without it, for ever. */
                        retention?: string;
                        /**
                         * @description Whether robots.txt and what pages say to robots (noindex) are obeyed: obey both, robots-txt that file alone, ignore neither. All but obey only with the publisher's permission.
                         * @default obey
                         * @enum {string}
                         */
                        robots?: "obey" | "robots-txt" | "ignore";
                        /**
                         * @description Extra request headers; ${NAME} is read from the environment.
                         * @default {}
                         */
                        headers?: {
                            [key: string]: string;
                        };
                        /** @description By what the servers of the source are reached; ${NAME} is read from the environment. */
                        access?: {
                            /** @description Proxy by which all requests of the source go, with user and password as secrets. */
                            proxy?: string;
                            /** @description Certificate of the client, PEM: a secret. */
                            certificate?: string;
                            /** @description Key of that certificate, PEM: a secret. */
                            key?: string;
                        };
                        /**
                         * @description Private host:port pairs that this source may reach, exactly as in its addresses.
                         * @default []
                         */
                        allowPrivate?: string[];
                        /**
                         * @description Whether the hub that a feed names is asked to push it (WebSub); auto where NEWSMILL_PUBLIC_URL is set.
                         * @default auto
                         * @enum {string}
                         */
                        websub?: "auto" | "off";
                        /**
                         * @description Whether sitemaps that robots.txt names become channels by themselves.
                         * @default false
                         */
                        discover?: boolean;
                        /**
                         * @description Limits of requests to this source.
                         * @default {}
                         */
                        limits?: {
                            /**
                             * @description Pause between two requests to one host.
                             * @default 1s
                             */
                            delay?: string;
                            /**
                             * @description Greatest size of an answer, decoded, in bytes.
                             * @default 10485760
                             */
                            maxBytes?: number;
                            /**
                             * @description Greatest duration of one request, in all.
                             * @default 30s
                             */
                            timeout?: string;
                            /**
                             * @description Greatest number of entries taken at one poll of a channel; the others follow at later polls.
                             * @default 2000
                             */
                            maxItemsPerPoll?: number;
                        };
                        /** @description What the source may use a day (UTC); none: without end. When it is used up, its pages wait for the next day; channels are still polled. */
                        quota?: {
                            /** @description Bytes of answers, as they come over the wire; without it as NEWSMILL_SOURCE_BYTES_A_DAY says. */
                            bytes?: number | "none";
                            /** @description Requests for pages; without it as NEWSMILL_SOURCE_PAGES_A_DAY says. */
                            pages?: number | "none";
                            /** @description CPU time of reading its channels and of cleaning and enriching its pages; without it as NEWSMILL_SOURCE_CPU_A_DAY says. */
                            cpu?: string | "none";
                        };
                        /**
                         * @description Whether an article that its publisher has taken away (404, 410) leaves the library.
                         * @default remove
                         * @enum {string}
                         */
                        onGone?: "remove" | "keep";
                        /** @description Whether the whole text of a feed entry stands in for a page that cannot be had: without it where the page fails or a wall (challenge, login, consent) stands before it, true also where it is refused (401, 403), false never. Only for pages that the channel speaks for, and never where robots.txt forbids the page or cannot be had. */
                        entryFallback?: boolean;
                        /** @description Whether articles are made of feed entries alone and no page is fetched: for publishers that forbid fetching, or whose feeds carry whole texts. Only for pages that the channel speaks for. */
                        feedOnly?: boolean;
                        /** @description Only what one of these rules holds for is taken; without any, all. */
                        include?: {
                            /** @description Name under which the ledger and the metrics tell of it; without it its place in the file. */
                            name?: string;
                            /** @description Patterns of whole titles, such as "*live blog*". */
                            title?: string[];
                            /** @description Patterns of addresses: whole, without https:// and www., or from the / of the path on. */
                            url?: string[];
                            /** @description Patterns of whole categories, sections or keywords. */
                            category?: string[];
                            /** @description Patterns of whole names of authors. */
                            author?: string[];
                            /** @description Hosts of the page, with all hosts below them. */
                            host?: string[];
                            /** @description Languages that page or feed name; en holds for en-GB too. */
                            language?: string[];
                            /** @description The article was published longer ago than this when it was found. */
                            olderThan?: string;
                            /** @description The text has fewer words than this. */
                            fewerWords?: number;
                            /** @description Whether it is marked as paid for (advertorial, sponsored content): true or false. */
                            sponsored?: boolean;
                        }[];
                        /** @description What one of these rules holds for is left out. */
                        exclude?: {
                            /** @description Name under which the ledger and the metrics tell of it; without it its place in the file. */
                            name?: string;
                            /** @description Patterns of whole titles, such as "*live blog*". */
                            title?: string[];
                            /** @description Patterns of addresses: whole, without https:// and www., or from the / of the path on. */
                            url?: string[];
                            /** @description Patterns of whole categories, sections or keywords. */
                            category?: string[];
                            /** @description Patterns of whole names of authors. */
                            author?: string[];
                            /** @description Hosts of the page, with all hosts below them. */
                            host?: string[];
                            /** @description Languages that page or feed name; en holds for en-GB too. */
                            language?: string[];
                            /** @description The article was published longer ago than this when it was found. */
                            olderThan?: string;
                            /** @description The text has fewer words than this. */
                            fewerWords?: number;
                            /** @description Whether it is marked as paid for (advertorial, sponsored content): true or false. */
                            sponsored?: boolean;
                        }[];
                        /** @description Where the pages have what is not found by itself. */
                        rules?: {
                            /** @description Elements whose text is the body. */
                            body?: string[];
                            /** @description Elements whose text is not part of the body. */
                            remove?: string[];
                            /** @description Element with the headline. */
                            title?: string;
                            /** @description Elements with one author each. */
                            authors?: string;
                            /** @description Element with the date of publication: its datetime or content attribute, else its text. */
                            published?: string;
                        };
                        /**
                         * @description Pages and what must be found in them.
                         * @default []
                         */
                        tests?: {
                            /** Format: uri */
                            url: string;
                            title?: string;
                            /** @default [] */
                            contains?: string[];
                        }[];
                    };
                    /**
                     * @description Private host:port pairs that this request may reach, and no others.
                     * @default []
                     */
                    allowPrivate?: string[];
                };
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExaminationAnswer"];
                };
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description already-there, verification-runs, request-in-flight, answer-not-kept, too-many-saved-searches, too-many-keys */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description bad-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    planSources: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the answer of the first one, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Sources as they would be, compared with those of the mill; without them and without file the files of the mill, compared with the sources as it took them up last. */
                    sources?: {
                        /** @description Name of the source in all data; never changes. */
                        id: string;
                        /** @description Name of the publication as readers know it. */
                        name: string;
                        /** @description Ways by which the source tells of new articles. */
                        channels: {
                            /**
                             * @description How the channel is read.
                             * @default feed
                             * @enum {string}
                             */
                            kind?: "feed" | "sitemap" | "news-sitemap" | "list" | "warc";
                            /**
                             * Format: uri
                             * @description Address of the feed, sitemap, list page or WARC file; file:///… for a WARC file on the disk of the fetch service.
                             */
                            url: string;
                            /** @description CSS selector of the article links of a list page; without it they are found by where they stand and what their addresses look like. */
                            select?: string;
                            /** @description Beginnings of the addresses that are taken from a WARC file; without it the domains of the other channels. */
                            within?: string[];
                            /** @description How often it is polled; without it the interval adapts to the publisher. */
                            interval?: string;
                            /** @description Whether articles are made of the entries of this channel alone and no page is fetched; without it as the source says. */
                            feedOnly?: boolean;
                            /** @description Only what one of these rules holds for is taken; without any, all. */
                            include?: {
                                /** @description Name under which the ledger and the metrics tell of it; without it its place in the file. */
                                name?: string;
                                /** @description Patterns of whole titles, such as "*live blog*". */
                                title?: string[];
                                /** @description Patterns of addresses: whole, without https:// and www., or from the / of the path on. */
                                url?: string[];
                                /** @description Patterns of whole categories, sections or keywords. */
                                category?: string[];
                                /** @description Patterns of whole names of authors. */
                                author?: string[];
                                /** @description Hosts of the page, with all hosts below them. */
                                host?: string[];
                                /** @description Languages that page or feed name; en holds for en-GB too. */
                                language?: string[];
                                /** @description The article was published longer ago than this when it was found. */
                                olderThan?: string;
                                /** @description The text has fewer words than this. */
                                fewerWords?: number;
                                /** @description Whether it is marked as paid for (advertorial, sponsored content): true or false. */
                                sponsored?: boolean;
                            }[];
                            /** @description What one of these rules holds for is left out. */
                            exclude?: {
                                /** @description Name under which the ledger and the metrics tell of it; without it its place in the file. */
                                name?: string;
                                /** @description Patterns of whole titles, such as "*live blog*". */
                                title?: string[];
                                /** @description Patterns of addresses: whole, without https:// and www., or from the / of the path on. */
                                url?: string[];
                                /** @description Patterns of whole categories, sections or keywords. */
                                category?: string[];
                                /** @description Patterns of whole names of authors. */
                                author?: string[];
                                /** @description Hosts of the page, with all hosts below them. */
                                host?: string[];
                                /** @description Languages that page or feed name; en holds for en-GB too. */
                                language?: string[];
                                /** @description The article was published longer ago than this when it was found. */
                                olderThan?: string;
                                /** @description The text has fewer words than this. */
                                fewerWords?: number;
                                /** @description Whether it is marked as paid for (advertorial, sponsored content): true or false. */
                                sponsored?: boolean;
                            }[];
                        }[];
                        /**
                         * @description Further domains of the publication, where its channels lie elsewhere: a channel speaks for pages of its own domain and of these alone.
                         * @default []
                         */
                        domains?: string[];
                        /**
                         * @description Whether the source is polled.
                         * @default true
                         */
                        enabled?: boolean;
                        /** @description Main language, as BCP 47 tag. */
                        language?: string;
                        /** @description Country of the publisher, ISO 3166-1. */
                        country?: string;
                        /** @description IANA time zone of dates that name none. */
                        timeZone?: string;
                        /**
                         * @description Free labels for searching and grouping.
                         * @default []
                         */
                        tags?: string[];
                        /** @description Licence or terms under which the articles may be used. */
                        licence?: string;
                        /** @description What may be done with the articles against what their pages reserve (docs/rights.md), and on what ground. It counts at once, for all articles of the source. */
                        rights?: {
                            /** @description Why, in writing: the contract or law that allows it. Shown wherever it counts. */
                            ground: string;
                            /** @description Uses that are allowed whatever the pages say. */
                            allow: ("snippet" | "fullText" | "archive" | "export" | "agents" | "training")[];
                        };
                        /** @description How long articles are kept; without it, for ever. */
                        retention?: string;
                        /**
                         * @description Whether robots.txt and what pages say to robots (noindex) are obeyed: obey both, robots-txt that file alone, ignore neither. All but obey only with the publisher's permission.
                         * @default obey
                         * @enum {string}
                         */
                        robots?: "obey" | "robots-txt" | "ignore";
                        /**
                         * @description Extra request headers; ${NAME} is read from the environment.
                         * @default {}
                         */
                        headers?: {
                            [key: string]: string;
                        };
                        /** @description By what the servers of the source are reached; ${NAME} is read from the environment. */
                        access?: {
                            /** @description Proxy by which all requests of the source go, with user and password as secrets. */
                            proxy?: string;
                            /** @description Certificate of the client, PEM: a secret. */
                            certificate?: string;
                            /** @description Key of that certificate, PEM: a secret. */
                            key?: string;
                        };
                        /**
                         * @description Private host:port pairs that this source may reach, exactly as in its addresses.
                         * @default []
                         */
                        allowPrivate?: string[];
                        /**
                         * @description Whether the hub that a feed names is asked to push it (WebSub); auto where NEWSMILL_PUBLIC_URL is set.
                         * @default auto
                         * @enum {string}
                         */
                        websub?: "auto" | "off";
                        /**
                         * @description Whether sitemaps that robots.txt names become channels by themselves.
                         * @default false
                         */
                        discover?: boolean;
                        /**
                         * @description Limits of requests to this source.
                         * @default {}
                         */
                        limits?: {
                            /**
                             * @description Pause between two requests to one host.
                             * @default 1s
                             */
                            delay?: string;
                            /**
                             * @description Greatest size of an answer, decoded, in bytes.
                             * @default 10485760
                             */
                            maxBytes?: number;
                            /**
                             * @description Greatest duration of one request, in all.
                             * @default 30s
                             */
                            timeout?: string;
                            /**
                             * @description Greatest number of entries taken at one poll of a channel; the others follow at later polls.
                             * @default 2000
                             */
                            maxItemsPerPoll?: number;
                        };
                        /** @description What the source may use a day (UTC); none: without end. When it is used up, its pages wait for the next day; channels are still polled. */
                        quota?: {
                            /** @description Bytes of answers, as they come over the wire; without it as NEWSMILL_SOURCE_BYTES_A_DAY says. */
                            bytes?: number | "none";
                            /** @description Requests for pages; without it as NEWSMILL_SOURCE_PAGES_A_DAY says. */
                            pages?: number | "none";
                            /** @description CPU time of reading its channels and of cleaning and enriching its pages; without it as NEWSMILL_SOURCE_CPU_A_DAY says. */
                            cpu?: string | "none";
                        };
                        /**
                         * @description Whether an article that its publisher has taken away (404, 410) leaves the library.
                         * @default remove
                         * @enum {string}
                         */
                        onGone?: "remove" | "keep";
                        /** @description Whether the whole text of a feed entry stands in for a page that cannot be had: without it where the page fails or a wall (challenge, login, consent) stands before it, true also where it is refused (401, 403), false never. Only for pages that the channel speaks for, and never where robots.txt forbids the page or cannot be had. */
                        entryFallback?: boolean;
                        /** @description Whether articles are made of feed entries alone and no page is fetched: for publishers that forbid fetching, or whose feeds carry whole texts. Only for pages that the channel speaks for. */
                        feedOnly?: boolean;
                        /** @description Only what one of these rules holds for is taken; without any, all. */
                        include?: {
                            /** @description Name under which the ledger and the metrics tell of it; without it its place in the file. */
                            name?: string;
                            /** @description Patterns of whole titles, such as "*live blog*". */
                            title?: string[];
                            /** @description Patterns of addresses: whole, without https:// and www., or from the / of the path on. */
                            url?: string[];
                            /** @description Patterns of whole categories, sections or keywords. */
                            category?: string[];
                            /** @description Patterns of whole names of authors. */
                            author?: string[];
                            /** @description Hosts of the page, with all hosts below them. */
                            host?: string[];
                            /** @description Languages that page or feed name; en holds for en-GB too. */
                            language?: string[];
                            /** @description The article was published longer ago than this when it was found. */
                            olderThan?: string;
                            /** @description The text has fewer words than this. */
                            fewerWords?: number;
                            /** @description Whether it is marked as paid for (advertorial, sponsored content): true or false. */
                            sponsored?: boolean;
                        }[];
                        /** @description What one of these rules holds for is left out. */
                        exclude?: {
                            /** @description Name under which the ledger and the metrics tell of it; without it its place in the file. */
                            name?: string;
                            /** @description Patterns of whole titles, such as "*live blog*". */
                            title?: string[];
                            /** @description Patterns of addresses: whole, without https:// and www., or from the / of the path on. */
                            url?: string[];
                            /** @description Patterns of whole categories, sections or keywords. */
                            category?: string[];
                            /** @description Patterns of whole names of authors. */
                            author?: string[];
                            /** @description Hosts of the page, with all hosts below them. */
                            host?: string[];
                            /** @description Languages that page or feed name; en holds for en-GB too. */
                            language?: string[];
                            /** @description The article was published longer ago than this when it was found. */
                            olderThan?: string;
                            /** @description The text has fewer words than this. */
                            fewerWords?: number;
                            /** @description Whether it is marked as paid for (advertorial, sponsored content): true or false. */
                            sponsored?: boolean;
                        }[];
                        /** @description Where the pages have what is not found by itself. */
                        rules?: {
                            /** @description Elements whose text is the body. */
                            body?: string[];
                            /** @description Elements whose text is not part of the body. */
                            remove?: string[];
                            /** @description Element with the headline. */
                            title?: string;
                            /** @description Elements with one author each. */
                            authors?: string;
                            /** @description Element with the date of publication: its datetime or content attribute, else its text. */
                            published?: string;
                        };
                        /**
                         * @description Pages and what must be found in them.
                         * @default []
                         */
                        tests?: {
                            /** Format: uri */
                            url: string;
                            title?: string;
                            /** @default [] */
                            contains?: string[];
                        }[];
                    }[];
                    /** @description Text of one source file (YAML), in the place of sources. */
                    file?: string;
                    /**
                     * @description Whether sources of the mill that are not among sources go; else they stay as they are.
                     * @default false
                     */
                    whole?: boolean;
                };
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanAnswer"];
                };
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description already-there, verification-runs, request-in-flight, answer-not-kept, too-many-saved-searches, too-many-keys */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description bad-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testSource: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the answer of the first one, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceTestAnswer"];
                };
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-version, no-original, unknown-item, unknown-dead-letter, unknown-replay, no-verification, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description already-there, verification-runs, request-in-flight, answer-not-kept, too-many-saved-searches, too-many-keys */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description bad-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    keys: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeysAnswer"];
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the answer of the first one, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Who or what uses the key. */
                    name: string;
                    /**
                     * @description What it may do; each scope includes the ones before it.
                     * @default read
                     * @enum {string}
                     */
                    scope?: "read" | "write" | "admin";
                    /**
                     * Format: date-time
                     * @description When it ends; without it, never.
                     */
                    expires?: string;
                    /** @description Requests per minute, instead of NEWSMILL_RATE_LIMIT. */
                    rateLimit?: number;
                };
            };
        };
        responses: {
            /** @description As asked. */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewKeyAnswer"];
                };
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description already-there, verification-runs, request-in-flight, answer-not-kept, too-many-saved-searches, too-many-keys */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description bad-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request gets the answer of the first one, for 24 hours. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description How long the text before opens as much, such as 1d, so that those who use it can change over; 0s: it ends at once.
                     * @default 1d
                     */
                    overlap?: string;
                };
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewKeyAnswer"];
                };
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-version, no-original, unknown-item, unknown-dead-letter, unknown-replay, no-verification, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description already-there, verification-runs, request-in-flight, answer-not-kept, too-many-saved-searches, too-many-keys */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description bad-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-version, no-original, unknown-item, unknown-dead-letter, unknown-replay, no-verification, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessions: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionsAnswer"];
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-version, no-original, unknown-item, unknown-dead-letter, unknown-replay, no-verification, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    settings: {
        parameters: {
            query?: {
                /** @description Words that name, group, meaning or value of a setting have, all of them. */
                q?: string;
                /** @description `set`: those alone that do not stand at their default. */
                show?: "all" | "set";
            };
            header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsAnswer"];
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openApi: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description What If-None-Match names is still so. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests, too-many-connections */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, no-room, unavailable, search-timeout */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
