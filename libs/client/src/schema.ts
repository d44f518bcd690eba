/* Written by `npm run gen` from services/api/openapi.json. */
export interface paths {
    readonly "/api/v1/search": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Searches the articles; without q the newest ones. */
        readonly get: operations["search"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/search.rss": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The same search as RSS 2.0, the newest first unless sort says otherwise. Carries an ETag. */
        readonly get: operations["searchRss"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/search.atom": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The same search as Atom. */
        readonly get: operations["searchAtom"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/search.json": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The same search as JSON Feed 1.1. */
        readonly get: operations["searchJson"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/search/events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What arrives and matches, as Server-Sent Events; goes on after Last-Event-ID. */
        readonly get: operations["searchEvents"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/saved-searches": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** All saved searches, oldest first. */
        readonly get: operations["savedSearches"];
        readonly put?: never;
        /** Saves a search; what matches from now on is sent to its webhook. The secret is told once. */
        readonly post: operations["addSavedSearch"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/saved-searches/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One saved search; its ETag is needed to change it. */
        readonly get: operations["savedSearch"];
        /** Replaces a saved search. */
        readonly put: operations["putSavedSearch"];
        readonly post?: never;
        /** Removes a saved search and what its alerts knew. */
        readonly delete: operations["removeSavedSearch"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/saved-searches/{id}.rss": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What a saved search finds, as RSS 2.0. */
        readonly get: operations["savedSearchRss"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/saved-searches/{id}.atom": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What a saved search finds, as Atom. */
        readonly get: operations["savedSearchAtom"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/saved-searches/{id}.json": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What a saved search finds, as JSON Feed 1.1. */
        readonly get: operations["savedSearchJson"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/saved-searches/{id}/alerts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How the alerts of a saved search stand: what was sent, what waits, what failed. */
        readonly get: operations["savedSearchAlerts"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/saved-searches/{id}/events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What arrives and matches a saved search, as Server-Sent Events. */
        readonly get: operations["savedSearchEvents"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/saved-searches/{id}/secret": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Makes a new secret for the webhook; the one before signs beside it for a day. */
        readonly post: operations["rotateSecret"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/saved-searches/{id}/test": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Sends a signed test to the webhook now and tells what it answered. */
        readonly post: operations["testSavedSearch"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/articles/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One article with its provenance and removals. Carries an ETag. */
        readonly get: operations["article"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/articles/{id}.md": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One article as Markdown with YAML front matter. */
        readonly get: operations["articleMarkdown"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/articles/{id}.ninjs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One article as an item of IPTC ninjs 3.1, without loss. */
        readonly get: operations["articleNinjs"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/articles/{id}.jsonld": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One article as schema.org NewsArticle in JSON-LD. */
        readonly get: operations["articleLinkedData"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/articles/{id}/related": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Articles with the telling words of one, the most alike first; none of its own family. */
        readonly get: operations["related"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/timeline": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How many articles were published when; the empty periods too. */
        readonly get: operations["timeline"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/top": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The most frequent sources, people, places, topics and others. */
        readonly get: operations["top"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/trends": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What is written about more than in the days before. */
        readonly get: operations["trends"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Everything that changed since a cursor, as a stream: articles, and tombstones of those that are gone. */
        readonly get: operations["export"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/sources": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Every source with its state, the reason of it, and its next poll; mistakes in source files. */
        readonly get: operations["sources"];
        readonly put?: never;
        /** Adds a source: a feed or sitemap, or what the publisher of a page offers. */
        readonly post: operations["addSource"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/ledger": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Where is my article? The fate of one address with its events and what happens next; without url the items by fate and source. */
        readonly get: operations["ledger"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/audit": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Counts per source and hour of discovery; says what does not add up. */
        readonly get: operations["audit"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/dead": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Dead letters, newest first, with the counts of their reasons. */
        readonly get: operations["dead"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/dead/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One dead letter with its headers and bytes. */
        readonly get: operations["deadLetter"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/dead/replay": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Sends dead letters back to where they failed. */
        readonly post: operations["replay"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/preview": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Fetches a feed or page now and shows the articles it would give; keeps nothing. */
        readonly post: operations["preview"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/sources/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The file of one source. Carries the ETag that changes need. */
        readonly get: operations["source"];
        /** Replaces the file of a source (If-Match: its ETag), or makes one (If-None-Match: *); answers 201 then. */
        readonly put: operations["putSource"];
        readonly post?: never;
        /** Removes the file of a source (If-Match: its ETag). Its articles stay. */
        readonly delete: operations["removeSource"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/keys": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** All keys, without their secrets; expired ones too. */
        readonly get: operations["keys"];
        readonly put?: never;
        /** Makes a key. It is shown in the answer and never again. */
        readonly post: operations["addKey"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/keys/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Revokes a key, at once; its sessions end. */
        readonly delete: operations["revokeKey"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/sessions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Browsers that are logged in to the console. */
        readonly get: operations["sessions"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/sessions/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Ends a session. */
        readonly delete: operations["endSession"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/openapi.json": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** This description. */
        readonly get: operations["openApi"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        readonly Article: {
            /**
             * @description Id of the article: hash of the key of its address.
             * @example 5f1d3c9ab2e84c60
             */
            readonly id: string;
            /**
             * @description `urn:newsmill:article:<id>`.
             * @example urn:newsmill:article:5f1d3c9ab2e84c60
             */
            readonly uri: string;
            /**
             * @description fetchedAt of the page, epoch milliseconds; external version of the write.
             * @example 1795600000000
             */
            readonly version: number;
            /**
             * @description Address of the article: the canonical one where there is one on the same site.
             * @example https://harbour-courier.example/news/night-tram
             */
            readonly url: string;
            /**
             * @description All addresses seen.
             * @example [
             *       "https://harbour-courier.example/news/night-tram",
             *       "https://harbour-courier.example/r/4711"
             *     ]
             */
            readonly urls: readonly string[];
            /**
             * @description Registrable domain of the address.
             * @example harbour-courier.example
             */
            readonly domain: string;
            /**
             * @description Headline.
             * @example Night tram returns to the harbour
             */
            readonly title: string;
            /**
             * @description Second headline or standfirst.
             * @example Council votes eleven to four
             */
            readonly subtitle?: string;
            /**
             * @description The publisher's own description.
             * @example The first tram leaves on Friday at 22:40.
             */
            readonly summary?: string;
            /**
             * @description Summary that newsmill or a language model made of the text; the fact `llm-summary` or `summary` says which.
             * @example The night tram runs again from Friday.
             */
            readonly summaryGenerated?: string;
            /**
             * @description The text, paragraphs parted by an empty line.
             * @example The night tram runs again from Friday.
             */
            readonly content: string;
            /**
             * @description The text as safe HTML: written anew from `blocks`, with no markup of the page.
             * @example <p>The night tram runs again from Friday.</p>
             */
            readonly contentHtml?: string;
            /**
             * @description BCP 47: the detected language, else the claimed one, else und.
             * @example en
             */
            readonly language: string;
            /**
             * @description BCP 47: what the text itself says.
             * @example en
             */
            readonly languageDetected?: string;
            /**
             * @description How sure the detected language is, 0 to 1.
             * @example 0.98
             */
            readonly languageConfidence?: number;
            /**
             * @description Publication date; firstSeen when the page names none (then publishedSource is first-seen).
             * @example 2026-11-20T06:00:00.000Z
             */
            readonly published: string;
            /**
             * @description How exact the publication date is: day, minute or second.
             * @example minute
             */
            readonly publishedPrecision?: string;
            /**
             * @description Where the publication date was found.
             * @example json-ld
             */
            readonly publishedSource?: string;
            /**
             * @description When the publisher last changed it.
             * @example 2026-11-20T07:30:00.000Z
             */
            readonly modified?: string;
            /**
             * @description When newsmill learned of it.
             * @example 2026-11-20T06:05:00.000Z
             */
            readonly firstSeen: string;
            /**
             * @description When it was written into the library.
             * @example 2026-11-20T06:05:03.120Z
             */
            readonly indexed?: string;
            /**
             * @description The credit as printed.
             * @example By Ada Moss, transport correspondent
             */
            readonly byline?: string;
            /**
             * @description People who wrote it, without functions and titles.
             * @example [
             *       "Ada Moss"
             *     ]
             */
            readonly authors: readonly string[];
            /**
             * @description News agencies that the text is credited to.
             * @example [
             *       "Reuters"
             *     ]
             */
            readonly agencies?: readonly string[];
            /**
             * @description Name of the source in all data.
             * @example harbour-courier
             */
            readonly sourceId: string;
            /**
             * @description Name of the source as readers know it.
             * @example The Harbour Courier
             */
            readonly sourceName?: string;
            /**
             * @description `urn:newsmill:source:<sourceId>`.
             * @example urn:newsmill:source:harbour-courier
             */
            readonly sourceUri?: string;
            /**
             * @description ISO 3166-1 alpha-2, of the publisher.
             * @example NO
             */
            readonly sourceCountry?: string;
            /**
             * @description Kind of the channel that told of it.
             * @example feed
             * @enum {string}
             */
            readonly sourceType?: "feed" | "sitemap" | "news-sitemap" | "list" | "warc";
            /**
             * @description Publisher as the page names it, else the name of the source.
             * @example Harbour Press
             */
            readonly publisher?: string;
            /**
             * @description Section of the publication.
             * @example Transport
             */
            readonly section?: string;
            /**
             * @description Trail of sections above the article, outermost first.
             * @example [
             *       "News",
             *       "Transport"
             *     ]
             */
            readonly breadcrumb: readonly string[];
            /**
             * @description The publisher's own keywords.
             * @example [
             *       "tram",
             *       "harbour"
             *     ]
             */
            readonly keywords: readonly string[];
            /**
             * @description Labels that the source file gives to all its articles.
             * @example [
             *       "regional"
             *     ]
             */
            readonly tags: readonly string[];
            /**
             * @description People that the article names, most salient first; all that is known of them is in the fact `entities`.
             * @example [
             *       "Ada Moss"
             *     ]
             */
            readonly people?: readonly string[];
            /**
             * @description Organisations that the article names, most salient first.
             * @example [
             *       "Harbour Council"
             *     ]
             */
            readonly organisations?: readonly string[];
            /**
             * @description Places that the article names, most salient first.
             * @example [
             *       "Oslo"
             *     ]
             */
            readonly places?: readonly string[];
            /**
             * @description ISO 3166-1 alpha-2, of the places.
             * @example [
             *       "NO"
             *     ]
             */
            readonly countries?: readonly string[];
            /**
             * @description People, organisations and places with what is known of each; two conditions on one entity are asked together.
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
            readonly entities?: readonly ({
                readonly name: string;
                /** @enum {string} */
                readonly type: "person" | "organisation" | "place";
                /** @description Q with a number. */
                readonly wikidata?: string;
                readonly geonames?: number;
                /** @description ISO 3166-1 alpha-2, of a place. */
                readonly country?: string;
                /** @description Mentions in title and text. */
                readonly count: number;
                /** @description How much the article is about it. */
                readonly salience: number;
                readonly confidence: number;
            } & {
                readonly [key: string]: unknown;
            })[];
            /**
             * @description Where the named places lie, as far as the gazetteer knows; most salient first.
             * @example [
             *       {
             *         "lat": 59.91,
             *         "lon": 10.75
             *       }
             *     ]
             */
            readonly geo?: readonly ({
                readonly lat: number;
                readonly lon: number;
            } & {
                readonly [key: string]: unknown;
            })[];
            /**
             * @description IPTC Media Topics, such as medtop:15000000.
             * @example [
             *       "medtop:04000000"
             *     ]
             */
            readonly topics?: readonly string[];
            /**
             * @description The topics with name and confidence; two conditions on one subject are asked together.
             * @example [
             *       {
             *         "code": "medtop:04000000",
             *         "name": "economy, business and finance",
             *         "confidence": 91,
             *         "creator": "media-topics/1"
             *       }
             *     ]
             */
            readonly subjects?: readonly ({
                /** @description IPTC Media Topic, such as medtop:15000000. */
                readonly code: string;
                /** @description In English. */
                readonly name: string;
                /** @description How sure the topic is, 0 to 100. */
                readonly confidence: number;
                /** @description Rule or model that found it. */
                readonly creator: string;
            } & {
                readonly [key: string]: unknown;
            })[];
            /**
             * @description Words and phrases of the text that tell best what it is about.
             * @example [
             *       "night tram"
             *     ]
             */
            readonly keyPhrases?: readonly string[];
            /**
             * @description Where the text says that it was written.
             * @example OSLO
             */
            readonly dateline?: string;
            /**
             * @description Id of the first article of the story that this one belongs to.
             * @example 5f1d3c9ab2e84c60
             */
            readonly storyId?: string;
            /**
             * @description Whether it is the first article of its story.
             * @example true
             */
            readonly storyLead?: boolean;
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
            readonly images: readonly ({
                readonly url: string;
                readonly caption?: string;
                readonly credit?: string;
                readonly alt?: string;
                readonly width?: number;
                readonly height?: number;
            } & {
                readonly [key: string]: unknown;
            })[];
            /**
             * @description What the page says of its author.
             * @example Ada Moss writes about trams.
             */
            readonly authorBio?: string;
            /**
             * @description Notice of the publisher about the text.
             * @example Views are those of the author.
             */
            readonly disclaimer?: string;
            /**
             * @description Copyright notice as printed.
             * @example © 2026 Harbour Press
             */
            readonly copyright?: string;
            /**
             * @description Who holds the copyright, where the page names one in its structured data.
             * @example Harbour Press
             */
            readonly copyrightHolder?: string;
            /**
             * @description Terms of use that the page names in its structured data: text or address.
             * @example https://harbour-courier.example/terms
             */
            readonly usageTerms?: string;
            /**
             * @description Licence that the page names, else that of the source file.
             * @example https://creativecommons.org/licenses/by/4.0/
             */
            readonly licence?: string;
            /**
             * @description Address of the IPTC or schema.org digital source type, where the page declares one, such as that a machine wrote it.
             * @example http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia
             */
            readonly digitalSourceType?: string;
            /**
             * @description Words of the text.
             * @example 412
             */
            readonly wordCount: number;
            /**
             * @description Minutes to read it.
             * @example 2
             */
            readonly readingMinutes: number;
            /**
             * @description Whether the publisher shows only a part.
             * @example false
             */
            readonly paywalled: boolean;
            /**
             * @description Id of the earliest article with the same or nearly the same text.
             * @example 77ab01cd23ef4567
             */
            readonly duplicateOf?: string;
            /**
             * @description Id of the first article of the syndication family.
             * @example 77ab01cd23ef4567
             */
            readonly familyId?: string;
            /**
             * @description Share of common shingles with duplicateOf, 0 to 1.
             * @example 0.94
             */
            readonly similarity?: number;
            /**
             * @description Hash of the normalised title and text: equal for equal articles.
             * @example c2a8f10e
             */
            readonly contentHash: string;
            /**
             * @description What is odd about it; see reasons.md.
             * @example [
             *       "truncated"
             *     ]
             */
            readonly flags: readonly string[];
            /**
             * @description How sure title and text are, 0 to 1: the quality of the document.
             * @example 0.93
             */
            readonly confidence: number;
            /**
             * @description The text in blocks: paragraphs, headings, list items, quotes, tables, embeds.
             * @example [
             *       {
             *         "kind": "paragraph",
             *         "text": "The night tram runs again from Friday."
             *       }
             *     ]
             */
            readonly blocks: readonly ({
                /** @enum {string} */
                readonly kind: "paragraph" | "heading" | "list-item" | "quote" | "code" | "table" | "caption" | "embed";
                readonly text: string;
                readonly level?: number;
                readonly url?: string;
                readonly provider?: string;
            } & {
                readonly [key: string]: unknown;
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
            readonly facts?: readonly ({
                readonly name: string;
                readonly value: unknown;
                /** @description Rule or model, with version, such as letters/1. */
                readonly by: string;
                readonly confidence?: number;
            } & {
                readonly [key: string]: unknown;
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
            readonly provenance: readonly ({
                readonly field: string;
                readonly value: string;
                readonly source: string;
                readonly confidence: number;
            } & {
                readonly [key: string]: unknown;
            })[];
            /**
             * @description What was taken away or mended, and why.
             * @example [
             *       {
             *         "pass": "drop-share-bar",
             *         "text": "Share Mail Print",
             *         "why": "Words of a share bar."
             *       }
             *     ]
             */
            readonly removals: readonly ({
                readonly pass: string;
                /** @description At most 500 characters of it. */
                readonly text: string;
                readonly why: string;
            } & {
                readonly [key: string]: unknown;
            })[];
            /**
             * @description Direction of the text, where vectors are on: the angle between two says how near they are.
             * @example [
             *       12,
             *       -7,
             *       0
             *     ]
             */
            readonly vector?: readonly number[];
            /**
             * @description How the document came to be: what only newsmill needs.
             * @example {
             *       "item": "9f2c4e1ab07d",
             *       "discoveredUrl": "https://harbour-courier.example/r/4711",
             *       "fetchedAt": 1795600000000,
             *       "pipelineVersion": "3"
             *     }
             */
            readonly ingest: {
                /**
                 * @description Key of the discovered address in the ledger.
                 * @example 9f2c4e1ab07d
                 */
                readonly item: string;
                /**
                 * @description The address as the channel gave it.
                 * @example https://harbour-courier.example/r/4711
                 */
                readonly discoveredUrl: string;
                /**
                 * @description When the page was fetched, epoch milliseconds.
                 * @example 1795600000000
                 */
                readonly fetchedAt: number;
                /**
                 * @description Version of the steps that made the document.
                 * @example 3
                 */
                readonly pipelineVersion: string;
                /**
                 * @description Status of the answer that the page came with.
                 * @example 200
                 */
                readonly httpStatus?: number;
                /**
                 * @description Media type that the page came with, as sent.
                 * @example text/html; charset=utf-8
                 */
                readonly contentType?: string;
                /**
                 * @description Character encoding that the page was read in.
                 * @example utf-8
                 */
                readonly charset?: string;
                /**
                 * @description SHA-256 of the decoded page, in hexadecimal.
                 * @example b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c
                 */
                readonly rawSha256?: string;
                /**
                 * @description Where the page lies in the archive: the document can be made again from it.
                 * @example {
                 *       "file": "2026-11/pages-0001.warc.gz",
                 *       "offset": 8192,
                 *       "length": 20480
                 *     }
                 */
                readonly archive?: {
                    readonly file: string;
                    readonly offset: number;
                    readonly length: number;
                } & {
                    readonly [key: string]: unknown;
                };
                /**
                 * @description W3C trace id of the message that made the document.
                 * @example 4bf92f3577b34da6a3ce929d0e0e4736
                 */
                readonly traceId?: string;
            } & {
                readonly [key: string]: unknown;
            };
            /**
             * @description Name and major version of this contract.
             * @example newsmill-article/1
             * @constant
             */
            readonly schema: "newsmill-article/1";
        } & {
            readonly [key: string]: unknown;
        };
        readonly SearchAnswer: {
            readonly total: number;
            readonly totalIsExact: boolean;
            /** @description False when the facets were counted over a part of the matches: the newest 10,000 in the embedded form. */
            readonly facetsAreExact: boolean;
            readonly items: readonly {
                readonly id: string;
                readonly url: string;
                readonly title: string;
                readonly summary?: string;
                /** @description ISO 8601, UTC. */
                readonly published: string;
                /** @description Id of the source. */
                readonly source: string;
                readonly sourceName?: string;
                /** @description BCP 47. */
                readonly language: string;
                readonly authors: readonly string[];
                readonly image?: string;
                readonly duplicateOf?: string;
                readonly familyId?: string;
                readonly storyId?: string;
                readonly flags: readonly string[];
                /** @description Where hits are collapsed: how many more of its family or story were found. */
                readonly others?: number;
                /** @description Plain text; marks are [start, end) offsets in UTF-16 units. */
                readonly highlights: readonly {
                    /** @enum {string} */
                    readonly field: "title" | "content";
                    readonly text: string;
                    readonly marks: readonly (readonly [
                        number,
                        number
                    ])[];
                }[];
            }[];
            readonly facets: {
                readonly source?: readonly {
                    readonly value: string;
                    readonly count: number;
                }[];
                readonly language?: readonly {
                    readonly value: string;
                    readonly count: number;
                }[];
                readonly section?: readonly {
                    readonly value: string;
                    readonly count: number;
                }[];
                readonly author?: readonly {
                    readonly value: string;
                    readonly count: number;
                }[];
                readonly day?: readonly {
                    readonly value: string;
                    readonly count: number;
                }[];
                readonly person?: readonly {
                    readonly value: string;
                    readonly count: number;
                }[];
                readonly organisation?: readonly {
                    readonly value: string;
                    readonly count: number;
                }[];
                readonly place?: readonly {
                    readonly value: string;
                    readonly count: number;
                }[];
                readonly topic?: readonly {
                    readonly value: string;
                    readonly count: number;
                }[];
            };
            /** @description Cursor of the next page; absent on the last one. */
            readonly next?: string;
        };
        readonly SourcesAnswer: {
            readonly sources: readonly {
                readonly id: string;
                readonly name: string;
                /** @enum {string} */
                readonly state: "healthy" | "degraded" | "failing" | "new" | "off";
                readonly reason: string;
                readonly language?: string;
                readonly country?: string;
                readonly tags: readonly string[];
                readonly licence?: string;
                readonly items: number;
                readonly indexed: number;
                readonly waiting: number;
                readonly dead: number;
                readonly channels: readonly {
                    readonly kind: string;
                    readonly url: string;
                    /** @enum {string} */
                    readonly state: "healthy" | "failing" | "new";
                    readonly reason: string;
                    readonly lastStatus?: number;
                    /** @description Epoch milliseconds. */
                    readonly lastAt?: number;
                    /** @description Epoch milliseconds. */
                    readonly lastSuccessAt?: number;
                    readonly lastError?: string;
                    readonly entries?: number;
                    readonly newEntries?: number;
                    readonly attempt: number;
                    /** @description Epoch milliseconds. */
                    readonly nextAt?: number;
                    readonly why?: string;
                }[];
            }[];
            readonly problems: readonly {
                readonly file: string;
                readonly line: number;
                readonly column: number;
                readonly message: string;
            }[];
        };
        readonly LedgerAnswer: {
            readonly item: string;
            readonly url: string;
            readonly sourceId: string;
            /** @enum {string} */
            readonly fate: "waiting" | "retrying" | "passed" | "indexed" | "duplicate" | "dropped" | "gone" | "denied" | "dead" | "replayed";
            /** @enum {string} */
            readonly stage: "discover" | "fetch" | "clean" | "enrich" | "index";
            readonly reason?: string;
            readonly articleId?: string;
            readonly meaning: string;
            /** @description What happens next. */
            readonly next: string;
            /** @description Epoch milliseconds. */
            readonly nextAt?: number;
            readonly events: readonly ({
                readonly item: string;
                readonly url: string;
                readonly sourceId: string;
                /** @enum {string} */
                readonly stage: "discover" | "fetch" | "clean" | "enrich" | "index";
                /** @description fetchedAt of the page, 0 before the first fetch. */
                readonly version: number;
                /** @default 0 */
                readonly attempt: number;
                /** @enum {string} */
                readonly fate: "waiting" | "retrying" | "passed" | "indexed" | "duplicate" | "dropped" | "gone" | "denied" | "dead" | "replayed";
                readonly reason?: string;
                readonly detail?: string;
                readonly articleId?: string;
                /** @description What the frontier knew at discovery: a lost state is rebuilt from it. */
                readonly frontier?: {
                    readonly stamp: string;
                    readonly priority: number;
                    readonly host: string;
                    readonly domain: string;
                    readonly entry?: unknown;
                };
                readonly firstSeen: number;
                readonly at: number;
            } & {
                readonly [key: string]: unknown;
            })[];
        } | {
            readonly items: readonly ({
                readonly item: string;
                readonly url: string;
                readonly sourceId: string;
                /** @enum {string} */
                readonly stage: "discover" | "fetch" | "clean" | "enrich" | "index";
                /** @description fetchedAt of the page, 0 before the first fetch. */
                readonly version: number;
                /** @default 0 */
                readonly attempt: number;
                /** @enum {string} */
                readonly fate: "waiting" | "retrying" | "passed" | "indexed" | "duplicate" | "dropped" | "gone" | "denied" | "dead" | "replayed";
                readonly reason?: string;
                readonly detail?: string;
                readonly articleId?: string;
                /** @description What the frontier knew at discovery: a lost state is rebuilt from it. */
                readonly frontier?: {
                    readonly stamp: string;
                    readonly priority: number;
                    readonly host: string;
                    readonly domain: string;
                    readonly entry?: unknown;
                };
                readonly firstSeen: number;
                readonly at: number;
            } & {
                readonly [key: string]: unknown;
            })[];
            readonly next?: string;
        };
        readonly AuditAnswer: {
            readonly balanced: boolean;
            readonly findings: readonly string[];
            readonly totals: {
                readonly discovered: number;
                readonly indexed: number;
                readonly duplicate: number;
                readonly dropped: number;
                readonly gone: number;
                readonly denied: number;
                readonly dead: number;
                readonly underWay: number;
            };
            readonly documents: number;
            readonly deadLetters: number;
            readonly rows: readonly {
                readonly sourceId: string;
                /** @description Epoch milliseconds. */
                readonly hour: number;
                readonly discovered: number;
                readonly indexed: number;
                readonly duplicate: number;
                readonly dropped: number;
                readonly gone: number;
                readonly denied: number;
                readonly dead: number;
                readonly underWay: number;
            }[];
            readonly reasons: readonly {
                /** @enum {string} */
                readonly fate: "waiting" | "retrying" | "passed" | "indexed" | "duplicate" | "dropped" | "gone" | "denied" | "dead" | "replayed";
                readonly reason: string;
                readonly count: number;
            }[];
        };
        readonly DeadAnswer: {
            readonly total: number;
            readonly reasons: readonly {
                readonly reason: string;
                readonly count: number;
            }[];
            readonly letters: readonly ({
                /** @description Name of the dead letter in commands; stable over redelivery. */
                readonly id: string;
                /** @enum {string} */
                readonly stage: "discover" | "fetch" | "clean" | "enrich" | "index" | "alert";
                /** @description Topic that the message came from; empty for a request of the fetch stage. */
                readonly topic: string;
                readonly reason: string;
                /** @default  */
                readonly detail: string;
                readonly attempts: number;
                readonly item?: string;
                readonly url?: string;
                readonly sourceId?: string;
                readonly firstSeen?: number;
                readonly version?: number;
                readonly at: number;
                readonly bytes: number;
            } & {
                readonly [key: string]: unknown;
            })[];
            readonly reason?: string;
        };
        readonly DeadLetterAnswer: {
            /** @description Name of the dead letter in commands; stable over redelivery. */
            readonly id: string;
            /** @enum {string} */
            readonly stage: "discover" | "fetch" | "clean" | "enrich" | "index" | "alert";
            /** @description Topic that the message came from; empty for a request of the fetch stage. */
            readonly topic: string;
            readonly reason: string;
            /** @default  */
            readonly detail: string;
            readonly attempts: number;
            readonly item?: string;
            readonly url?: string;
            readonly sourceId?: string;
            readonly firstSeen?: number;
            readonly version?: number;
            readonly at: number;
            readonly bytes: number;
            readonly headers: {
                readonly [key: string]: string;
            };
            /** @description The message, where it is UTF-8 and at most 64 KiB. */
            readonly text?: string;
            /** @description Otherwise its first 64 KiB. */
            readonly base64?: string;
        } & {
            readonly [key: string]: unknown;
        };
        readonly ReplayAnswer: {
            readonly replayed: number;
            readonly ids: readonly string[];
        };
        readonly PreviewAnswer: {
            /** @enum {string} */
            readonly kind: "feed" | "sitemap" | "page";
            readonly title?: string;
            readonly feedUrl?: string;
            readonly articles: readonly ({
                readonly finalUrl: string;
                readonly title: string;
                readonly subtitle?: string;
                /** @description As printed. */
                readonly byline?: string;
                /** @default [] */
                readonly authors: readonly string[];
                readonly publisher?: string;
                /** @description ISO 8601, UTC. */
                readonly published?: string;
                /** @description ISO 8601, UTC. */
                readonly modified?: string;
                /** @description What the page or source claims; enrich decides. */
                readonly language?: string;
                /** @description The publisher's own description. */
                readonly summary?: string;
                readonly section?: string;
                /** @description The body, blocks joined by two newlines. */
                readonly text: string;
                readonly blocks: readonly ({
                    /** @enum {string} */
                    readonly kind: "paragraph" | "heading" | "list-item" | "quote" | "code" | "table" | "caption" | "embed";
                    readonly text: string;
                    readonly level?: number;
                    readonly url?: string;
                    readonly provider?: string;
                } & {
                    readonly [key: string]: unknown;
                })[];
                /** @default [] */
                readonly images: readonly ({
                    readonly url: string;
                    readonly caption?: string;
                    readonly credit?: string;
                    readonly alt?: string;
                    readonly width?: number;
                    readonly height?: number;
                } & {
                    readonly [key: string]: unknown;
                })[];
                readonly authorBio?: string;
                readonly disclaimer?: string;
                readonly copyright?: string;
                readonly licence?: string;
                /** @default [] */
                readonly flags: readonly ("hacked-title" | "title-disagrees" | "truncated" | "paywalled" | "hidden-text" | "link-farm" | "repeated-text" | "low-confidence" | "mojibake-mended" | "characters-lost" | "date-missing" | "from-feed-entry")[];
                readonly confidence: number;
                /** @default [] */
                readonly provenance: readonly ({
                    readonly field: string;
                    readonly value: string;
                    readonly source: string;
                    readonly confidence: number;
                } & {
                    readonly [key: string]: unknown;
                })[];
                /** @default [] */
                readonly removals: readonly ({
                    readonly pass: string;
                    /** @description At most 500 characters of it. */
                    readonly text: string;
                    readonly why: string;
                } & {
                    readonly [key: string]: unknown;
                })[];
            } & {
                readonly [key: string]: unknown;
            })[];
            /** @description Channels that the publisher offers, the best first. */
            readonly candidates?: readonly {
                /** @enum {string} */
                readonly kind: "feed" | "news-sitemap" | "sitemap";
                readonly url: string;
                readonly title?: string;
                readonly entries: number;
                readonly hasContent: boolean;
                readonly hub?: string;
                readonly foundBy: string;
            }[];
            readonly problems: readonly string[];
        };
        readonly AddedSourceAnswer: {
            readonly source: {
                /** @description Name of the source in all data; never changes. */
                readonly id: string;
                /** @description Name of the publication as readers know it. */
                readonly name: string;
                /** @description Ways by which the source tells of new articles. */
                readonly channels: readonly {
                    /**
                     * @description How the channel is read.
                     * @default feed
                     * @enum {string}
                     */
                    readonly kind: "feed" | "sitemap" | "news-sitemap" | "list" | "warc";
                    /**
                     * Format: uri
                     * @description Address of the feed, sitemap, list page or WARC file; file:///… for a WARC file on the disk of the fetch service.
                     */
                    readonly url: string;
                    /** @description CSS selector of the article links of a list page; without it they are found by where they stand and what their addresses look like. */
                    readonly select?: string;
                    /** @description Beginnings of the addresses that are taken from a WARC file; without it the domains of the other channels. */
                    readonly within?: readonly string[];
                    /** @description How often it is polled; without it the interval adapts to the publisher. */
                    readonly interval?: string;
                }[];
                /**
                 * @description Whether the source is polled.
                 * @default true
                 */
                readonly enabled: boolean;
                /** @description Main language, as BCP 47 tag. */
                readonly language?: string;
                /** @description Country of the publisher, ISO 3166-1. */
                readonly country?: string;
                /** @description IANA time zone of dates that name none. */
                readonly timeZone?: string;
                /**
                 * @description Free labels for searching and grouping.
                 * @default []
                 */
                readonly tags: readonly string[];
                /** @description Licence or terms under which the articles may be used. */
                readonly licence?: string;
                /** @description How long articles are kept; without it, for ever. */
                readonly retention?: string;
                /**
                 * @description Whether robots.txt is obeyed; ignore only with the publisher's permission.
                 * @default obey
                 * @enum {string}
                 */
                readonly robots: "obey" | "ignore";
                /**
                 * @description Extra request headers; ${NAME} is read from the environment.
                 * @default {}
                 */
                readonly headers: {
                    readonly [key: string]: string;
                };
                /**
                 * @description Private host:port pairs that this source may reach, exactly as in its addresses.
                 * @default []
                 */
                readonly allowPrivate: readonly string[];
                /**
                 * @description Whether the hub that a feed names is asked to push it (WebSub); auto where NEWSMILL_PUBLIC_URL is set.
                 * @default auto
                 * @enum {string}
                 */
                readonly websub: "auto" | "off";
                /**
                 * @description Whether sitemaps that robots.txt names become channels by themselves.
                 * @default false
                 */
                readonly discover: boolean;
                /** @description Limits of requests to this source. */
                readonly limits: {
                    /**
                     * @description Pause between two requests to one host.
                     * @default 1s
                     */
                    readonly delay: string;
                    /**
                     * @description Greatest size of an answer, decoded, in bytes.
                     * @default 10485760
                     */
                    readonly maxBytes: number;
                    /**
                     * @description Greatest duration of one request, in all.
                     * @default 30s
                     */
                    readonly timeout: string;
                    /**
                     * @description Greatest number of entries taken from one answer of a channel.
                     * @default 2000
                     */
                    readonly maxItemsPerPoll: number;
                };
                /**
                 * @description Whether an article that its publisher has taken away (404, 410) leaves the library.
                 * @default remove
                 * @enum {string}
                 */
                readonly onGone: "remove" | "keep";
                /** @description Whether the whole text of a feed entry stands in for a page that cannot be had: without it where the page fails, true also where it is refused (robots.txt, 401, 403), false never. */
                readonly entryFallback?: boolean;
                /** @description Where the pages have what is not found by itself. */
                readonly rules?: {
                    /** @description Elements whose text is the body. */
                    readonly body?: readonly string[];
                    /** @description Elements whose text is not part of the body. */
                    readonly remove?: readonly string[];
                    /** @description Element with the headline. */
                    readonly title?: string;
                    /** @description Elements with one author each. */
                    readonly authors?: string;
                    /** @description Element with the date of publication: its datetime or content attribute, else its text. */
                    readonly published?: string;
                };
                /**
                 * @description Pages and what must be found in them.
                 * @default []
                 */
                readonly tests: readonly {
                    /** Format: uri */
                    readonly url: string;
                    readonly title?: string;
                    /** @default [] */
                    readonly contains: readonly string[];
                }[];
            };
            readonly file: string;
        };
        readonly RelatedAnswer: {
            readonly items: readonly {
                readonly id: string;
                readonly url: string;
                readonly title: string;
                readonly summary?: string;
                /** @description ISO 8601, UTC. */
                readonly published: string;
                /** @description Id of the source. */
                readonly source: string;
                readonly sourceName?: string;
                /** @description BCP 47. */
                readonly language: string;
                readonly authors: readonly string[];
                readonly image?: string;
                readonly duplicateOf?: string;
                readonly familyId?: string;
                readonly storyId?: string;
                readonly flags: readonly string[];
                /** @description Where hits are collapsed: how many more of its family or story were found. */
                readonly others?: number;
                /** @description Plain text; marks are [start, end) offsets in UTF-16 units. */
                readonly highlights: readonly {
                    /** @enum {string} */
                    readonly field: "title" | "content";
                    readonly text: string;
                    readonly marks: readonly (readonly [
                        number,
                        number
                    ])[];
                }[];
                readonly sameStory: boolean;
            }[];
        };
        readonly TimelineAnswer: {
            /** @enum {string} */
            readonly interval: "hour" | "day" | "week" | "month";
            readonly total: number;
            readonly items: readonly {
                /** @description ISO 8601, UTC. */
                readonly start: string;
                readonly count: number;
            }[];
            /** @description Whether only the newest articles or periods were counted. */
            readonly approximate: boolean;
        };
        readonly TopAnswer: {
            /** @enum {string} */
            readonly field: "source" | "language" | "section" | "author" | "person" | "organisation" | "place" | "topic" | "keyPhrase" | "keyword" | "country" | "domain";
            readonly total: number;
            readonly items: readonly {
                readonly value: string;
                /** @description Of topics: the name of the code. */
                readonly label?: string;
                readonly count: number;
            }[];
            /** @description Whether only the newest articles were counted. */
            readonly approximate: boolean;
        };
        readonly TrendsAnswer: {
            readonly from: string;
            readonly to: string;
            /** @description Where the background begins; it ends with the window. */
            readonly since: string;
            /** @description Articles of the window, without copies. */
            readonly total: number;
            readonly backgroundTotal: number;
            readonly items: readonly {
                /** @enum {string} */
                readonly field: "person" | "organisation" | "place" | "topic" | "keyPhrase";
                readonly value: string;
                readonly label?: string;
                readonly count: number;
                readonly background: number;
                /** @description JLH: the difference of the shares in window and background times their ratio. */
                readonly score: number;
            }[];
            /** @description Whether only the newest articles were counted. */
            readonly approximate: boolean;
        };
        readonly Source: {
            /** @description Name of the source in all data; never changes. */
            readonly id: string;
            /** @description Name of the publication as readers know it. */
            readonly name: string;
            /** @description Ways by which the source tells of new articles. */
            readonly channels: readonly {
                /**
                 * @description How the channel is read.
                 * @default feed
                 * @enum {string}
                 */
                readonly kind: "feed" | "sitemap" | "news-sitemap" | "list" | "warc";
                /**
                 * Format: uri
                 * @description Address of the feed, sitemap, list page or WARC file; file:///… for a WARC file on the disk of the fetch service.
                 */
                readonly url: string;
                /** @description CSS selector of the article links of a list page; without it they are found by where they stand and what their addresses look like. */
                readonly select?: string;
                /** @description Beginnings of the addresses that are taken from a WARC file; without it the domains of the other channels. */
                readonly within?: readonly string[];
                /** @description How often it is polled; without it the interval adapts to the publisher. */
                readonly interval?: string;
            }[];
            /**
             * @description Whether the source is polled.
             * @default true
             */
            readonly enabled: boolean;
            /** @description Main language, as BCP 47 tag. */
            readonly language?: string;
            /** @description Country of the publisher, ISO 3166-1. */
            readonly country?: string;
            /** @description IANA time zone of dates that name none. */
            readonly timeZone?: string;
            /**
             * @description Free labels for searching and grouping.
             * @default []
             */
            readonly tags: readonly string[];
            /** @description Licence or terms under which the articles may be used. */
            readonly licence?: string;
            /** @description How long articles are kept; without it, for ever. */
            readonly retention?: string;
            /**
             * @description Whether robots.txt is obeyed; ignore only with the publisher's permission.
             * @default obey
             * @enum {string}
             */
            readonly robots: "obey" | "ignore";
            /**
             * @description Extra request headers; ${NAME} is read from the environment.
             * @default {}
             */
            readonly headers: {
                readonly [key: string]: string;
            };
            /**
             * @description Private host:port pairs that this source may reach, exactly as in its addresses.
             * @default []
             */
            readonly allowPrivate: readonly string[];
            /**
             * @description Whether the hub that a feed names is asked to push it (WebSub); auto where NEWSMILL_PUBLIC_URL is set.
             * @default auto
             * @enum {string}
             */
            readonly websub: "auto" | "off";
            /**
             * @description Whether sitemaps that robots.txt names become channels by themselves.
             * @default false
             */
            readonly discover: boolean;
            /** @description Limits of requests to this source. */
            readonly limits: {
                /**
                 * @description Pause between two requests to one host.
                 * @default 1s
                 */
                readonly delay: string;
                /**
                 * @description Greatest size of an answer, decoded, in bytes.
                 * @default 10485760
                 */
                readonly maxBytes: number;
                /**
                 * @description Greatest duration of one request, in all.
                 * @default 30s
                 */
                readonly timeout: string;
                /**
                 * @description Greatest number of entries taken from one answer of a channel.
                 * @default 2000
                 */
                readonly maxItemsPerPoll: number;
            };
            /**
             * @description Whether an article that its publisher has taken away (404, 410) leaves the library.
             * @default remove
             * @enum {string}
             */
            readonly onGone: "remove" | "keep";
            /** @description Whether the whole text of a feed entry stands in for a page that cannot be had: without it where the page fails, true also where it is refused (robots.txt, 401, 403), false never. */
            readonly entryFallback?: boolean;
            /** @description Where the pages have what is not found by itself. */
            readonly rules?: {
                /** @description Elements whose text is the body. */
                readonly body?: readonly string[];
                /** @description Elements whose text is not part of the body. */
                readonly remove?: readonly string[];
                /** @description Element with the headline. */
                readonly title?: string;
                /** @description Elements with one author each. */
                readonly authors?: string;
                /** @description Element with the date of publication: its datetime or content attribute, else its text. */
                readonly published?: string;
            };
            /**
             * @description Pages and what must be found in them.
             * @default []
             */
            readonly tests: readonly {
                /** Format: uri */
                readonly url: string;
                readonly title?: string;
                /** @default [] */
                readonly contains: readonly string[];
            }[];
        };
        readonly KeysAnswer: {
            readonly keys: readonly {
                readonly id: string;
                readonly name: string;
                /** @enum {string} */
                readonly scope: "read" | "write" | "admin";
                /** @description Epoch milliseconds. */
                readonly createdAt: number;
                /** @description Epoch milliseconds. */
                readonly expiresAt?: number;
                /** @description Epoch milliseconds, to the hour. */
                readonly lastUsedAt?: number;
                /** @description Requests per minute. */
                readonly rateLimit?: number;
            }[];
        };
        readonly NewKeyAnswer: {
            readonly id: string;
            readonly name: string;
            /** @enum {string} */
            readonly scope: "read" | "write" | "admin";
            /** @description Epoch milliseconds. */
            readonly createdAt: number;
            /** @description Epoch milliseconds. */
            readonly expiresAt?: number;
            /** @description Epoch milliseconds, to the hour. */
            readonly lastUsedAt?: number;
            /** @description Requests per minute. */
            readonly rateLimit?: number;
            /** @description The key, shown here and never again. */
            readonly key: string;
        };
        readonly SessionsAnswer: {
            readonly sessions: readonly {
                readonly id: string;
                readonly keyId: string;
                readonly name: string;
                /** @enum {string} */
                readonly scope: "read" | "write" | "admin";
                /** @description Epoch milliseconds. */
                readonly createdAt: number;
                /** @description Epoch milliseconds. */
                readonly expiresAt: number;
                readonly userAgent?: string;
            }[];
        };
        readonly SavedSearchAnswer: {
            readonly id: string;
            /** @description For people. */
            readonly name: string;
            /**
             * @description The query, as of a search; empty: every article.
             * @default
             */
            readonly q: string;
            /** @description Ids of sources; any of them. */
            readonly source?: readonly string[];
            /** @description BCP 47 tags; any of them. */
            readonly language?: readonly string[];
            /**
             * @description What is told once: a family of near copies, a story, or every article.
             * @default family
             * @enum {string}
             */
            readonly collapse: "family" | "story" | "article";
            /**
             * @description Seconds between two deliveries at least; what is found meanwhile is gathered.
             * @default 0
             */
            readonly throttle: number;
            /** @description Without it the matches are there as feed and as events only. */
            readonly webhook?: {
                /**
                 * Format: uri
                 * @description Address that takes the matches, signed as Standard Webhooks says.
                 */
                readonly url: string;
                /**
                 * @description Whether exactly the host and port of this address may be private; only an admin may say so.
                 * @default false
                 */
                readonly allowPrivate: boolean;
            };
            /**
             * @description Whether its matches are sent.
             * @default true
             */
            readonly enabled: boolean;
            /** @description Epoch milliseconds. */
            readonly createdAt: number;
            /** @description Epoch milliseconds. */
            readonly updatedAt: number;
            /** @description The receiver answered 410: nothing is sent until the search is saved again. */
            readonly stopped?: {
                /** @description Epoch milliseconds. */
                readonly at: number;
                readonly reason: string;
            };
            /** @description Of the webhook, whsec_…; told once, when it was made. */
            readonly secret?: string;
        };
        readonly SavedSearchesAnswer: {
            readonly searches: readonly {
                readonly id: string;
                /** @description For people. */
                readonly name: string;
                /**
                 * @description The query, as of a search; empty: every article.
                 * @default
                 */
                readonly q: string;
                /** @description Ids of sources; any of them. */
                readonly source?: readonly string[];
                /** @description BCP 47 tags; any of them. */
                readonly language?: readonly string[];
                /**
                 * @description What is told once: a family of near copies, a story, or every article.
                 * @default family
                 * @enum {string}
                 */
                readonly collapse: "family" | "story" | "article";
                /**
                 * @description Seconds between two deliveries at least; what is found meanwhile is gathered.
                 * @default 0
                 */
                readonly throttle: number;
                /** @description Without it the matches are there as feed and as events only. */
                readonly webhook?: {
                    /**
                     * Format: uri
                     * @description Address that takes the matches, signed as Standard Webhooks says.
                     */
                    readonly url: string;
                    /**
                     * @description Whether exactly the host and port of this address may be private; only an admin may say so.
                     * @default false
                     */
                    readonly allowPrivate: boolean;
                };
                /**
                 * @description Whether its matches are sent.
                 * @default true
                 */
                readonly enabled: boolean;
                /** @description Epoch milliseconds. */
                readonly createdAt: number;
                /** @description Epoch milliseconds. */
                readonly updatedAt: number;
                /** @description The receiver answered 410: nothing is sent until the search is saved again. */
                readonly stopped?: {
                    /** @description Epoch milliseconds. */
                    readonly at: number;
                    readonly reason: string;
                };
                /** @description Of the webhook, whsec_…; told once, when it was made. */
                readonly secret?: string;
            }[];
        };
        readonly SecretAnswer: {
            /** @description The new one; the one before signs beside it for a day. */
            readonly secret: string;
        };
        readonly AlertsAnswer: {
            /** @description Articles that were delivered. */
            readonly sent: number;
            /** @description Articles that wait for the next delivery. */
            readonly gathered: number;
            /** @description Articles that were too many to be gathered. */
            readonly missed: number;
            /** @description On their way. */
            readonly deliveries: readonly {
                readonly id: string;
                readonly articles: number;
                readonly attempt: number;
                /** @description Epoch milliseconds. */
                readonly createdAt: number;
                /** @description Epoch milliseconds. */
                readonly dueAt: number;
                readonly problem?: string;
            }[];
            /** @description When the last delivery was made. */
            readonly deliveredAt?: number;
            /** @description Why the last try failed. */
            readonly problem?: string;
        };
        readonly TestAnswer: {
            readonly ok: boolean;
            /** @description What the receiver answered, or what went wrong. */
            readonly detail: string;
        };
        readonly Problem: {
            readonly type: string;
            readonly title: string;
            readonly status: number;
            readonly detail: string;
            readonly instance: string;
            /** @enum {string} */
            readonly code: "bad-parameter" | "bad-body" | "bad-query" | "bad-cursor" | "bad-address" | "bad-request" | "bad-idempotency-key" | "key-needed" | "scope-needed" | "form-expired" | "not-found" | "unknown-article" | "unknown-item" | "unknown-dead-letter" | "unknown-source" | "unknown-key" | "unknown-session" | "unknown-problem" | "method-not-allowed" | "already-there" | "request-in-flight" | "answer-not-kept" | "unknown-saved-search" | "too-many-saved-searches" | "too-many-streams" | "too-many-keys" | "precondition-failed" | "too-large" | "bad-media-type" | "wrong-host" | "key-reused" | "precondition-needed" | "too-many-requests" | "failed" | "not-supported" | "unavailable" | "search-timeout";
            readonly errors: readonly {
                /** @description JSON pointer into the query or the body. */
                readonly pointer: string;
                readonly detail: string;
                readonly position?: number;
                readonly suggestion?: string;
            }[];
        };
    };
    responses: never;
    parameters: {
        /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
        readonly "If-None-Match": string;
        /** @description ETag of what is to be changed: then 412 instead of a change of something else. Without it 428. */
        readonly "If-Match": string;
        /** @description The same key with the same request gets the answer of the first one, for 24 hours. */
        readonly "Idempotency-Key": string;
    };
    requestBodies: never;
    headers: {
        /** @description Entity tag of the answer, for If-None-Match and If-Match. */
        readonly ETag: string;
        /** @description The next page, rel="next" (RFC 8288). */
        readonly Link: string;
        /** @description What is left of the quota, and in how many seconds it is whole again: "requests";r=2999;t=1. */
        readonly RateLimit: string;
        /** @description The quota: "requests";q=3000;w=60. */
        readonly "RateLimit-Policy": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly search: {
        readonly parameters: {
            readonly query?: {
                /** @description Words, "phrases" (with ~N words between), AND, OR, NOT, -word, parentheses, field:value, ranges such as published:>=2026-01-31, start*. Empty: the newest articles. */
                readonly q?: string;
                /** @description Ids of sources; any of them. */
                readonly source?: readonly string[];
                /** @description BCP 47 tags; any of them. */
                readonly language?: readonly string[];
                /** @description Published at or after. */
                readonly from?: string;
                /** @description Published before; a day counts in whole. */
                readonly to?: string;
                /** @description both: the orders by time and by relevance, fused by their ranks. Without it: by relevance where there is a query, else newest first. */
                readonly sort?: "newest" | "relevance" | "both";
                /** @description hybrid: also articles that are near in meaning, the two lists fused by their ranks; only by relevance, and where this mill has vectors. Total and facets are then those of the fused list, at most 200 articles. */
                readonly mode?: "words" | "hybrid";
                /** @description Number of articles. */
                readonly limit?: number;
                /** @description The `next` of the answer before. */
                readonly cursor?: string;
                /** @description Counts to give, over all that was found. */
                readonly facets?: readonly ("source" | "language" | "section" | "author" | "day" | "person" | "organisation" | "place" | "topic")[];
                /** @description One article of each family of near copies (true: the same), or of each story; `others` says how many more were found. Total and facets are then those of the groups. */
                readonly collapse?: "true" | "false" | "family" | "story";
            };
            readonly header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly Link: components["headers"]["Link"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SearchAnswer"];
                };
            };
            /** @description What If-None-Match names is still so. */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-supported */
            readonly 501: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, unavailable, search-timeout */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly searchRss: {
        readonly parameters: {
            readonly query?: {
                /** @description Words, "phrases" (with ~N words between), AND, OR, NOT, -word, parentheses, field:value, ranges such as published:>=2026-01-31, start*. Empty: the newest articles. */
                readonly q?: string;
                /** @description Ids of sources; any of them. */
                readonly source?: readonly string[];
                /** @description BCP 47 tags; any of them. */
                readonly language?: readonly string[];
                /** @description Published at or after. */
                readonly from?: string;
                /** @description Published before; a day counts in whole. */
                readonly to?: string;
                /** @description both: the orders by time and by relevance, fused by their ranks. Without it: by relevance where there is a query, else newest first. */
                readonly sort?: "newest" | "relevance" | "both";
                /** @description hybrid: also articles that are near in meaning, the two lists fused by their ranks; only by relevance, and where this mill has vectors. Total and facets are then those of the fused list, at most 200 articles. */
                readonly mode?: "words" | "hybrid";
                /** @description Number of articles. */
                readonly limit?: number;
                /** @description The `next` of the answer before. */
                readonly cursor?: string;
                /** @description Counts to give, over all that was found. */
                readonly facets?: readonly ("source" | "language" | "section" | "author" | "day" | "person" | "organisation" | "place" | "topic")[];
                /** @description One article of each family of near copies (true: the same), or of each story; `others` says how many more were found. Total and facets are then those of the groups. */
                readonly collapse?: "true" | "false" | "family" | "story";
            };
            readonly header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly Link: components["headers"]["Link"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/rss+xml": string;
                };
            };
            /** @description What If-None-Match names is still so. */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-supported */
            readonly 501: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, unavailable, search-timeout */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly searchAtom: {
        readonly parameters: {
            readonly query?: {
                /** @description Words, "phrases" (with ~N words between), AND, OR, NOT, -word, parentheses, field:value, ranges such as published:>=2026-01-31, start*. Empty: the newest articles. */
                readonly q?: string;
                /** @description Ids of sources; any of them. */
                readonly source?: readonly string[];
                /** @description BCP 47 tags; any of them. */
                readonly language?: readonly string[];
                /** @description Published at or after. */
                readonly from?: string;
                /** @description Published before; a day counts in whole. */
                readonly to?: string;
                /** @description both: the orders by time and by relevance, fused by their ranks. Without it: by relevance where there is a query, else newest first. */
                readonly sort?: "newest" | "relevance" | "both";
                /** @description hybrid: also articles that are near in meaning, the two lists fused by their ranks; only by relevance, and where this mill has vectors. Total and facets are then those of the fused list, at most 200 articles. */
                readonly mode?: "words" | "hybrid";
                /** @description Number of articles. */
                readonly limit?: number;
                /** @description The `next` of the answer before. */
                readonly cursor?: string;
                /** @description Counts to give, over all that was found. */
                readonly facets?: readonly ("source" | "language" | "section" | "author" | "day" | "person" | "organisation" | "place" | "topic")[];
                /** @description One article of each family of near copies (true: the same), or of each story; `others` says how many more were found. Total and facets are then those of the groups. */
                readonly collapse?: "true" | "false" | "family" | "story";
            };
            readonly header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly Link: components["headers"]["Link"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/atom+xml": string;
                };
            };
            /** @description What If-None-Match names is still so. */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-supported */
            readonly 501: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, unavailable, search-timeout */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly searchJson: {
        readonly parameters: {
            readonly query?: {
                /** @description Words, "phrases" (with ~N words between), AND, OR, NOT, -word, parentheses, field:value, ranges such as published:>=2026-01-31, start*. Empty: the newest articles. */
                readonly q?: string;
                /** @description Ids of sources; any of them. */
                readonly source?: readonly string[];
                /** @description BCP 47 tags; any of them. */
                readonly language?: readonly string[];
                /** @description Published at or after. */
                readonly from?: string;
                /** @description Published before; a day counts in whole. */
                readonly to?: string;
                /** @description both: the orders by time and by relevance, fused by their ranks. Without it: by relevance where there is a query, else newest first. */
                readonly sort?: "newest" | "relevance" | "both";
                /** @description hybrid: also articles that are near in meaning, the two lists fused by their ranks; only by relevance, and where this mill has vectors. Total and facets are then those of the fused list, at most 200 articles. */
                readonly mode?: "words" | "hybrid";
                /** @description Number of articles. */
                readonly limit?: number;
                /** @description The `next` of the answer before. */
                readonly cursor?: string;
                /** @description Counts to give, over all that was found. */
                readonly facets?: readonly ("source" | "language" | "section" | "author" | "day" | "person" | "organisation" | "place" | "topic")[];
                /** @description One article of each family of near copies (true: the same), or of each story; `others` says how many more were found. Total and facets are then those of the groups. */
                readonly collapse?: "true" | "false" | "family" | "story";
            };
            readonly header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly Link: components["headers"]["Link"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/feed+json": Record<string, never>;
                };
            };
            /** @description What If-None-Match names is still so. */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-supported */
            readonly 501: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, unavailable, search-timeout */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly searchEvents: {
        readonly parameters: {
            readonly query?: {
                /** @description The query, as of a search; empty: every article. */
                readonly q?: string;
                /** @description Ids of sources; any of them. */
                readonly source?: readonly string[];
                /** @description BCP 47 tags; any of them. */
                readonly language?: readonly string[];
                /** @description What is told once: a family of near copies, a story, or every article. */
                readonly collapse?: "family" | "story" | "article";
                /** @description Go on after this event id, for clients that cannot send Last-Event-ID; without both: from now on. */
                readonly after?: string;
            };
            readonly header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/event-stream": string;
                };
            };
            /** @description What If-None-Match names is still so. */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, unavailable, search-timeout */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly savedSearches: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SavedSearchesAnswer"];
                };
            };
            /** @description What If-None-Match names is still so. */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, unavailable, search-timeout */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly addSavedSearch: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key with the same request gets the answer of the first one, for 24 hours. */
                readonly "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description For people. */
                    readonly name: string;
                    /**
                     * @description The query, as of a search; empty: every article.
                     * @default
                     */
                    readonly q?: string;
                    /** @description Ids of sources; any of them. */
                    readonly source?: readonly string[];
                    /** @description BCP 47 tags; any of them. */
                    readonly language?: readonly string[];
                    /**
                     * @description What is told once: a family of near copies, a story, or every article.
                     * @default family
                     * @enum {string}
                     */
                    readonly collapse?: "family" | "story" | "article";
                    /**
                     * @description Seconds between two deliveries at least; what is found meanwhile is gathered.
                     * @default 0
                     */
                    readonly throttle?: number;
                    /** @description Without it the matches are there as feed and as events only. */
                    readonly webhook?: {
                        /**
                         * Format: uri
                         * @description Address that takes the matches, signed as Standard Webhooks says.
                         */
                        readonly url: string;
                        /**
                         * @description Whether exactly the host and port of this address may be private; only an admin may say so.
                         * @default false
                         */
                        readonly allowPrivate?: boolean;
                    };
                    /**
                     * @description Whether its matches are sent.
                     * @default true
                     */
                    readonly enabled?: boolean;
                };
            };
        };
        readonly responses: {
            /** @description As asked. */
            readonly 201: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SavedSearchAnswer"];
                };
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description already-there, request-in-flight, answer-not-kept, too-many-saved-searches, too-many-keys */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description bad-media-type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-reused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, unavailable, search-timeout */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly savedSearch: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SavedSearchAnswer"];
                };
            };
            /** @description What If-None-Match names is still so. */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-item, unknown-dead-letter, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, unavailable, search-timeout */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly putSavedSearch: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description ETag of what is to be changed: then 412 instead of a change of something else. Without it 428. */
                readonly "If-Match"?: components["parameters"]["If-Match"];
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description For people. */
                    readonly name: string;
                    /**
                     * @description The query, as of a search; empty: every article.
                     * @default
                     */
                    readonly q?: string;
                    /** @description Ids of sources; any of them. */
                    readonly source?: readonly string[];
                    /** @description BCP 47 tags; any of them. */
                    readonly language?: readonly string[];
                    /**
                     * @description What is told once: a family of near copies, a story, or every article.
                     * @default family
                     * @enum {string}
                     */
                    readonly collapse?: "family" | "story" | "article";
                    /**
                     * @description Seconds between two deliveries at least; what is found meanwhile is gathered.
                     * @default 0
                     */
                    readonly throttle?: number;
                    /** @description Without it the matches are there as feed and as events only. */
                    readonly webhook?: {
                        /**
                         * Format: uri
                         * @description Address that takes the matches, signed as Standard Webhooks says.
                         */
                        readonly url: string;
                        /**
                         * @description Whether exactly the host and port of this address may be private; only an admin may say so.
                         * @default false
                         */
                        readonly allowPrivate?: boolean;
                    };
                    /**
                     * @description Whether its matches are sent.
                     * @default true
                     */
                    readonly enabled?: boolean;
                };
            };
        };
        readonly responses: {
            /** @description As asked. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SavedSearchAnswer"];
                };
            };
            /** @description Made. */
            readonly 201: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SavedSearchAnswer"];
                };
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-item, unknown-dead-letter, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description precondition-failed */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description bad-media-type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description precondition-needed */
            readonly 428: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, unavailable, search-timeout */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly removeSavedSearch: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description ETag of what is to be changed: then 412 instead of a change of something else. Without it 428. */
                readonly "If-Match"?: components["parameters"]["If-Match"];
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked. */
            readonly 204: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-item, unknown-dead-letter, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description precondition-failed */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description precondition-needed */
            readonly 428: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, unavailable, search-timeout */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly savedSearchRss: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/rss+xml": string;
                };
            };
            /** @description What If-None-Match names is still so. */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-item, unknown-dead-letter, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, unavailable, search-timeout */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly savedSearchAtom: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/atom+xml": string;
                };
            };
            /** @description What If-None-Match names is still so. */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-item, unknown-dead-letter, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, unavailable, search-timeout */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly savedSearchJson: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/feed+json": Record<string, never>;
                };
            };
            /** @description What If-None-Match names is still so. */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-item, unknown-dead-letter, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, unavailable, search-timeout */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly savedSearchAlerts: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AlertsAnswer"];
                };
            };
            /** @description What If-None-Match names is still so. */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-item, unknown-dead-letter, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, unavailable, search-timeout */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly savedSearchEvents: {
        readonly parameters: {
            readonly query?: {
                /** @description Go on after this event id, for clients that cannot send Last-Event-ID; without both: from now on. */
                readonly after?: string;
            };
            readonly header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/event-stream": string;
                };
            };
            /** @description What If-None-Match names is still so. */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-item, unknown-dead-letter, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, unavailable, search-timeout */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly rotateSecret: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key with the same request gets the answer of the first one, for 24 hours. */
                readonly "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked. */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SecretAnswer"];
                };
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-item, unknown-dead-letter, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description already-there, request-in-flight, answer-not-kept, too-many-saved-searches, too-many-keys */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description bad-media-type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-reused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, unavailable, search-timeout */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly testSavedSearch: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key with the same request gets the answer of the first one, for 24 hours. */
                readonly "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked. */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TestAnswer"];
                };
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-item, unknown-dead-letter, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description already-there, request-in-flight, answer-not-kept, too-many-saved-searches, too-many-keys */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description bad-media-type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-reused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-supported */
            readonly 501: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, unavailable, search-timeout */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly article: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Article"];
                };
            };
            /** @description What If-None-Match names is still so. */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-item, unknown-dead-letter, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, unavailable, search-timeout */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly articleMarkdown: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/markdown": string;
                };
            };
            /** @description What If-None-Match names is still so. */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-item, unknown-dead-letter, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, unavailable, search-timeout */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly articleNinjs: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** Format: uri */
                        readonly uri: string;
                    };
                };
            };
            /** @description What If-None-Match names is still so. */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-item, unknown-dead-letter, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, unavailable, search-timeout */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly articleLinkedData: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/ld+json": Record<string, never>;
                };
            };
            /** @description What If-None-Match names is still so. */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-item, unknown-dead-letter, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, unavailable, search-timeout */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly related: {
        readonly parameters: {
            readonly query?: {
                /** @description Number of articles. */
                readonly limit?: number;
                /** @description Only articles in the same language. */
                readonly sameLanguage?: "true" | "false";
            };
            readonly header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RelatedAnswer"];
                };
            };
            /** @description What If-None-Match names is still so. */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-item, unknown-dead-letter, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, unavailable, search-timeout */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly timeline: {
        readonly parameters: {
            readonly query?: {
                /** @description A query as of the search; only what it finds is counted. */
                readonly q?: string;
                /** @description Ids of sources; any of them. */
                readonly source?: readonly string[];
                /** @description BCP 47 tags; any of them. */
                readonly language?: readonly string[];
                /** @description Published at or after. */
                readonly from?: string;
                /** @description Published before; a day counts in whole. */
                readonly to?: string;
                /** @description In UTC; weeks begin on Monday. */
                readonly interval?: "hour" | "day" | "week" | "month";
            };
            readonly header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TimelineAnswer"];
                };
            };
            /** @description What If-None-Match names is still so. */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, unavailable, search-timeout */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly top: {
        readonly parameters: {
            readonly query: {
                /** @description A query as of the search; only what it finds is counted. */
                readonly q?: string;
                /** @description Ids of sources; any of them. */
                readonly source?: readonly string[];
                /** @description BCP 47 tags; any of them. */
                readonly language?: readonly string[];
                /** @description Published at or after. */
                readonly from?: string;
                /** @description Published before; a day counts in whole. */
                readonly to?: string;
                /** @description What is counted. */
                readonly field: "source" | "language" | "section" | "author" | "person" | "organisation" | "place" | "topic" | "keyPhrase" | "keyword" | "country" | "domain";
                /** @description Number of values. */
                readonly limit?: number;
            };
            readonly header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TopAnswer"];
                };
            };
            /** @description What If-None-Match names is still so. */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, unavailable, search-timeout */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly trends: {
        readonly parameters: {
            readonly query?: {
                /** @description A query as of the search; only what it finds is counted. */
                readonly q?: string;
                /** @description Ids of sources; any of them. */
                readonly source?: readonly string[];
                /** @description BCP 47 tags; any of them. */
                readonly language?: readonly string[];
                /** @description Beginning of the window; 24 hours before its end when absent. */
                readonly from?: string;
                /** @description End of the window, exclusive; a day counts in whole. Now when absent. */
                readonly to?: string;
                /** @description Days before the window that it is compared with. */
                readonly days?: number;
                /** @description Fields to look at; all when absent. */
                readonly field?: readonly ("person" | "organisation" | "place" | "topic" | "keyPhrase")[];
                /** @description Values with fewer articles in the window are left out. */
                readonly least?: number;
                /** @description Number of values of each field. */
                readonly limit?: number;
            };
            readonly header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TrendsAnswer"];
                };
            };
            /** @description What If-None-Match names is still so. */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, unavailable, search-timeout */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly export: {
        readonly parameters: {
            readonly query?: {
                /** @description Only articles that match, as in a search. Tombstones always come. */
                readonly q?: string;
                /** @description Ids of sources; any of them. */
                readonly source?: readonly string[];
                /** @description BCP 47 tags; any of them. */
                readonly language?: readonly string[];
                /** @description Published at or after. */
                readonly from?: string;
                /** @description Published before; a day counts in whole. */
                readonly to?: string;
                /** @description ndjson: one JSON article a line; ninjs: one item of IPTC ninjs 3.1 a line; csv: RFC 4180, safe to open in a spreadsheet. */
                readonly format?: "ndjson" | "ninjs" | "csv";
                /** @description Cursor of an export before: only what changed after it. */
                readonly since?: string;
                /** @description Only what was taken in before this time. */
                readonly until?: string;
                /** @description Fields of each article, comma-separated; not with ninjs. */
                readonly fields?: readonly string[];
                /** @description Leave out articles that are near copies of another. */
                readonly collapse?: "true" | "false";
                /** @description A byte order mark before a CSV, for spreadsheets that need one. */
                readonly bom?: "true" | "false";
            };
            readonly header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/x-ndjson": string;
                    readonly "text/csv": string;
                };
            };
            /** @description What If-None-Match names is still so. */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, unavailable, search-timeout */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly sources: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SourcesAnswer"];
                };
            };
            /** @description What If-None-Match names is still so. */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, unavailable, search-timeout */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly addSource: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key with the same request gets the answer of the first one, for 24 hours. */
                readonly "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description Address of a feed or sitemap, or of a page of the publisher. */
                    readonly url: string;
                    /** @description Id of the new source; made from its name when absent. */
                    readonly id?: string;
                    /** @description Name of the publication; that of the feed when absent. */
                    readonly name?: string;
                    /**
                     * @description Add all channels that are worth it, not the best alone.
                     * @default false
                     */
                    readonly all?: boolean;
                };
            };
        };
        readonly responses: {
            /** @description As asked. */
            readonly 201: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AddedSourceAnswer"];
                };
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description already-there, request-in-flight, answer-not-kept, too-many-saved-searches, too-many-keys */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description bad-media-type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-reused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-supported */
            readonly 501: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, unavailable, search-timeout */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly ledger: {
        readonly parameters: {
            readonly query?: {
                /** @description Address of one item; then the other parameters are not allowed. */
                readonly url?: string;
                /** @description Current fate. */
                readonly fate?: "waiting" | "retrying" | "passed" | "indexed" | "duplicate" | "dropped" | "gone" | "denied" | "dead" | "replayed";
                /** @description Id of a source. */
                readonly source?: string;
                /** @description Number of items. */
                readonly limit?: number;
                /** @description The `next` of the answer before. */
                readonly cursor?: string;
            };
            readonly header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly Link: components["headers"]["Link"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LedgerAnswer"];
                };
            };
            /** @description What If-None-Match names is still so. */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-item, unknown-dead-letter, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, unavailable, search-timeout */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly audit: {
        readonly parameters: {
            readonly query?: {
                /** @description First seen at or after. */
                readonly from?: string;
                /** @description First seen before; a day counts in whole. */
                readonly to?: string;
                /** @description Id of a source. */
                readonly source?: string;
            };
            readonly header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AuditAnswer"];
                };
            };
            /** @description What If-None-Match names is still so. */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, unavailable, search-timeout */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly dead: {
        readonly parameters: {
            readonly query?: {
                /** @description Only letters with this reason. */
                readonly reason?: string;
                /** @description Number of letters, newest first. */
                readonly limit?: number;
            };
            readonly header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DeadAnswer"];
                };
            };
            /** @description What If-None-Match names is still so. */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, unavailable, search-timeout */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly deadLetter: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DeadLetterAnswer"];
                };
            };
            /** @description What If-None-Match names is still so. */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-item, unknown-dead-letter, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, unavailable, search-timeout */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly replay: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key with the same request gets the answer of the first one, for 24 hours. */
                readonly "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description Ids of dead letters. */
                    readonly ids?: readonly string[];
                    /** @description All letters with this reason. */
                    readonly reason?: string;
                    /**
                     * @description All letters.
                     * @constant
                     */
                    readonly all?: true;
                    /**
                     * @description Only say which would be sent.
                     * @default false
                     */
                    readonly dryRun?: boolean;
                };
            };
        };
        readonly responses: {
            /** @description As asked. */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReplayAnswer"];
                };
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-item, unknown-dead-letter, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description already-there, request-in-flight, answer-not-kept, too-many-saved-searches, too-many-keys */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description bad-media-type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-reused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, unavailable, search-timeout */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly preview: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key with the same request gets the answer of the first one, for 24 hours. */
                readonly "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description Address of a feed, a home page or an article. */
                    readonly url: string;
                };
            };
        };
        readonly responses: {
            /** @description As asked. */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PreviewAnswer"];
                };
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description already-there, request-in-flight, answer-not-kept, too-many-saved-searches, too-many-keys */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description bad-media-type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-reused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, unavailable, search-timeout */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly source: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Source"];
                };
            };
            /** @description What If-None-Match names is still so. */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-item, unknown-dead-letter, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, unavailable, search-timeout */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly putSource: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description ETag of what is to be changed: then 412 instead of a change of something else. Without it 428. */
                readonly "If-Match"?: components["parameters"]["If-Match"];
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description Name of the source in all data; never changes. */
                    readonly id?: string;
                    /** @description Name of the publication as readers know it. */
                    readonly name: string;
                    /** @description Ways by which the source tells of new articles. */
                    readonly channels: readonly {
                        /**
                         * @description How the channel is read.
                         * @default feed
                         * @enum {string}
                         */
                        readonly kind?: "feed" | "sitemap" | "news-sitemap" | "list" | "warc";
                        /**
                         * Format: uri
                         * @description Address of the feed, sitemap, list page or WARC file; file:///… for a WARC file on the disk of the fetch service.
                         */
                        readonly url: string;
                        /** @description CSS selector of the article links of a list page; without it they are found by where they stand and what their addresses look like. */
                        readonly select?: string;
                        /** @description Beginnings of the addresses that are taken from a WARC file; without it the domains of the other channels. */
                        readonly within?: readonly string[];
                        /** @description How often it is polled; without it the interval adapts to the publisher. */
                        readonly interval?: string;
                    }[];
                    /**
                     * @description Whether the source is polled.
                     * @default true
                     */
                    readonly enabled?: boolean;
                    /** @description Main language, as BCP 47 tag. */
                    readonly language?: string;
                    /** @description Country of the publisher, ISO 3166-1. */
                    readonly country?: string;
                    /** @description IANA time zone of dates that name none. */
                    readonly timeZone?: string;
                    /**
                     * @description Free labels for searching and grouping.
                     * @default []
                     */
                    readonly tags?: readonly string[];
                    /** @description Licence or terms under which the articles may be used. */
                    readonly licence?: string;
                    /** @description How long articles are kept; without it, for ever. */
                    readonly retention?: string;
                    /**
                     * @description Whether robots.txt is obeyed; ignore only with the publisher's permission.
                     * @default obey
                     * @enum {string}
                     */
                    readonly robots?: "obey" | "ignore";
                    /**
                     * @description Extra request headers; ${NAME} is read from the environment.
                     * @default {}
                     */
                    readonly headers?: {
                        readonly [key: string]: string;
                    };
                    /**
                     * @description Private host:port pairs that this source may reach, exactly as in its addresses.
                     * @default []
                     */
                    readonly allowPrivate?: readonly string[];
                    /**
                     * @description Whether the hub that a feed names is asked to push it (WebSub); auto where NEWSMILL_PUBLIC_URL is set.
                     * @default auto
                     * @enum {string}
                     */
                    readonly websub?: "auto" | "off";
                    /**
                     * @description Whether sitemaps that robots.txt names become channels by themselves.
                     * @default false
                     */
                    readonly discover?: boolean;
                    /**
                     * @description Limits of requests to this source.
                     * @default {}
                     */
                    readonly limits?: {
                        /**
                         * @description Pause between two requests to one host.
                         * @default 1s
                         */
                        readonly delay?: string;
                        /**
                         * @description Greatest size of an answer, decoded, in bytes.
                         * @default 10485760
                         */
                        readonly maxBytes?: number;
                        /**
                         * @description Greatest duration of one request, in all.
                         * @default 30s
                         */
                        readonly timeout?: string;
                        /**
                         * @description Greatest number of entries taken from one answer of a channel.
                         * @default 2000
                         */
                        readonly maxItemsPerPoll?: number;
                    };
                    /**
                     * @description Whether an article that its publisher has taken away (404, 410) leaves the library.
                     * @default remove
                     * @enum {string}
                     */
                    readonly onGone?: "remove" | "keep";
                    /** @description Whether the whole text of a feed entry stands in for a page that cannot be had: without it where the page fails, true also where it is refused (robots.txt, 401, 403), false never. */
                    readonly entryFallback?: boolean;
                    /** @description Where the pages have what is not found by itself. */
                    readonly rules?: {
                        /** @description Elements whose text is the body. */
                        readonly body?: readonly string[];
                        /** @description Elements whose text is not part of the body. */
                        readonly remove?: readonly string[];
                        /** @description Element with the headline. */
                        readonly title?: string;
                        /** @description Elements with one author each. */
                        readonly authors?: string;
                        /** @description Element with the date of publication: its datetime or content attribute, else its text. */
                        readonly published?: string;
                    };
                    /**
                     * @description Pages and what must be found in them.
                     * @default []
                     */
                    readonly tests?: readonly {
                        /** Format: uri */
                        readonly url: string;
                        readonly title?: string;
                        /** @default [] */
                        readonly contains?: readonly string[];
                    }[];
                };
            };
        };
        readonly responses: {
            /** @description As asked. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Source"];
                };
            };
            /** @description Made. */
            readonly 201: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Source"];
                };
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description precondition-failed */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description bad-media-type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description precondition-needed */
            readonly 428: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-supported */
            readonly 501: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, unavailable, search-timeout */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly removeSource: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description ETag of what is to be changed: then 412 instead of a change of something else. Without it 428. */
                readonly "If-Match"?: components["parameters"]["If-Match"];
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked. */
            readonly 204: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-item, unknown-dead-letter, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description precondition-failed */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description precondition-needed */
            readonly 428: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-supported */
            readonly 501: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, unavailable, search-timeout */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly keys: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["KeysAnswer"];
                };
            };
            /** @description What If-None-Match names is still so. */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, unavailable, search-timeout */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly addKey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key with the same request gets the answer of the first one, for 24 hours. */
                readonly "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @description Who or what uses the key. */
                    readonly name: string;
                    /**
                     * @description What it may do; each scope holds those before it.
                     * @default read
                     * @enum {string}
                     */
                    readonly scope?: "read" | "write" | "admin";
                    /**
                     * Format: date-time
                     * @description When it ends; without it, never.
                     */
                    readonly expires?: string;
                    /** @description Requests per minute, instead of those of the setting. */
                    readonly rateLimit?: number;
                };
            };
        };
        readonly responses: {
            /** @description As asked. */
            readonly 201: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["NewKeyAnswer"];
                };
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description already-there, request-in-flight, answer-not-kept, too-many-saved-searches, too-many-keys */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description bad-media-type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-reused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, unavailable, search-timeout */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly revokeKey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked. */
            readonly 204: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-item, unknown-dead-letter, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, unavailable, search-timeout */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly sessions: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SessionsAnswer"];
                };
            };
            /** @description What If-None-Match names is still so. */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, unavailable, search-timeout */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly endSession: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked. */
            readonly 204: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description scope-needed, form-expired */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not-found, unknown-article, unknown-item, unknown-dead-letter, unknown-source, unknown-key, unknown-session, unknown-problem, unknown-saved-search */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, unavailable, search-timeout */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly openApi: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description ETags of what is known: then 304 instead of the same again. On changes `*`: only if there is nothing yet. */
                readonly "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As asked. */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": Record<string, never>;
                };
            };
            /** @description What If-None-Match names is still so. */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description bad-parameter, bad-body, bad-query, bad-cursor, bad-address, bad-request, bad-idempotency-key */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description key-needed */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description wrong-host */
            readonly 421: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description failed */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description too-many-streams, unavailable, search-timeout */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
