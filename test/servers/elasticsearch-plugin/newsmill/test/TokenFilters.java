package newsmill.test;

import java.io.IOException;
import java.io.StringReader;
import java.util.*;
import java.util.function.*;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.*;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.cjk.*;
import org.apache.lucene.analysis.core.*;
import org.apache.lucene.analysis.miscellaneous.*;
import org.apache.lucene.analysis.ngram.*;
import org.apache.lucene.analysis.pattern.*;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.synonym.*;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.elasticsearch.common.settings.*;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.*;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.*;

/** The token filters. */
final class TokenFilters {
    private TokenFilters() {}

    private interface FilterMaker { UnaryOperator<TokenStream> make(Environment env, Settings s) throws IOException; }

    /** norm: may run on keyword normalizers and on wildcard terms, as the real ones do. */
    private static AnalysisProvider<TokenFilterFactory> filter(boolean norm, FilterMaker f) {
        return (is, env, name, s) -> {
            UnaryOperator<TokenStream> op = f.make(env, s);
            return norm ? new NormFilter(name, s, op) : new PlainFilter(name, s, op);
        };
    }
    private static class PlainFilter extends AbstractTokenFilterFactory {
        final UnaryOperator<TokenStream> op;
        PlainFilter(String name, Settings s, UnaryOperator<TokenStream> op) { super(name, s); this.op = op; }
        @Override public TokenStream create(TokenStream t) { return op.apply(t); }
    }
    private static class NormFilter extends PlainFilter implements NormalizingTokenFilterFactory {
        NormFilter(String name, Settings s, UnaryOperator<TokenStream> op) { super(name, s, op); }
    }

    /** Each token once. The index of users and roles asks for it. */
    private static class UniqueFilter extends FilteringTokenFilter {
        private final org.apache.lucene.analysis.tokenattributes.CharTermAttribute term = addAttribute(org.apache.lucene.analysis.tokenattributes.CharTermAttribute.class);
        private final Set<String> seen = new HashSet<>();
        UniqueFilter(TokenStream t) { super(t); }
        @Override protected boolean accept() { return seen.add(term.toString()); }
        @Override public void reset() throws IOException { super.reset(); seen.clear(); }
    }

    static Map<String, AnalysisProvider<TokenFilterFactory>> all() {
        Map<String, AnalysisProvider<TokenFilterFactory>> m = new TreeMap<>();
        m.put("lowercase", filter(true, (e, s) -> switch (s.get("language", "")) {
            case "greek" -> org.apache.lucene.analysis.el.GreekLowerCaseFilter::new;
            case "irish" -> org.apache.lucene.analysis.ga.IrishLowerCaseFilter::new;
            case "turkish" -> org.apache.lucene.analysis.tr.TurkishLowerCaseFilter::new;
            default -> LowerCaseFilter::new;
        }));
        m.put("uppercase", filter(true, (e, s) -> UpperCaseFilter::new));
        m.put("asciifolding", filter(true, (e, s) -> { boolean p = s.getAsBoolean("preserve_original", false); return t -> new ASCIIFoldingFilter(t, p); }));
        m.put("cjk_width", filter(true, (e, s) -> CJKWidthFilter::new));
        m.put("cjk_bigram", filter(false, (e, s) -> {
            Set<String> ignored = new HashSet<>(s.getAsList("ignored_scripts"));
            int flags = (ignored.contains("han") ? 0 : CJKBigramFilter.HAN) | (ignored.contains("hiragana") ? 0 : CJKBigramFilter.HIRAGANA)
                | (ignored.contains("katakana") ? 0 : CJKBigramFilter.KATAKANA) | (ignored.contains("hangul") ? 0 : CJKBigramFilter.HANGUL);
            boolean uni = s.getAsBoolean("output_unigrams", false);
            return t -> new CJKBigramFilter(t, flags, uni);
        }));
        m.put("stemmer", filter(false, (e, s) -> Stemmers.of(s.get("language", s.get("name", "porter")))));
        m.put("snowball", filter(false, (e, s) -> { String l = s.get("language", "English"); return t -> new SnowballFilter(t, l); }));
        m.put("porter_stem", filter(false, (e, s) -> org.apache.lucene.analysis.en.PorterStemFilter::new));
        m.put("kstem", filter(false, (e, s) -> org.apache.lucene.analysis.en.KStemFilter::new));
        m.put("elision", filter(true, (e, s) -> {
            CharArraySet a = Analysis.parseArticles(e, s);
            CharArraySet articles = a == null ? org.apache.lucene.analysis.fr.FrenchAnalyzer.DEFAULT_ARTICLES : a;
            return t -> new ElisionFilter(t, articles);
        }));
        m.put("apostrophe", filter(false, (e, s) -> org.apache.lucene.analysis.tr.ApostropheFilter::new));
        m.put("keyword_marker", filter(false, (e, s) -> {
            CharArraySet k = new CharArraySet(s.getAsList("keywords"), s.getAsBoolean("ignore_case", false));
            String p = s.get("keywords_pattern");
            return p != null ? t -> new PatternKeywordMarkerFilter(t, Pattern.compile(p)) : t -> new SetKeywordMarkerFilter(t, k);
        }));
        m.put("keyword_repeat", filter(false, (e, s) -> KeywordRepeatFilter::new));
        m.put("remove_duplicates", filter(false, (e, s) -> RemoveDuplicatesTokenFilter::new));
        m.put("stemmer_override", filter(false, (e, s) -> {
            StemmerOverrideFilter.Builder b = new StemmerOverrideFilter.Builder(false);
            for (String r : s.getAsList("rules")) { String[] p = r.split("=>"); for (String k : p[0].split(",")) b.add(k.trim(), p[1].trim()); }
            StemmerOverrideFilter.StemmerOverrideMap map = b.build();
            return t -> new StemmerOverrideFilter(t, map);
        }));
        m.put("unique", filter(false, (e, s) -> UniqueFilter::new));
        m.put("trim", filter(true, (e, s) -> TrimFilter::new));
        m.put("reverse", filter(false, (e, s) -> org.apache.lucene.analysis.reverse.ReverseStringFilter::new));
        m.put("truncate", filter(false, (e, s) -> { int n = s.getAsInt("length", 10); return t -> new TruncateTokenFilter(t, n); }));
        m.put("limit", filter(false, (e, s) -> { int n = s.getAsInt("max_token_count", 1); return t -> new LimitTokenCountFilter(t, n); }));
        m.put("length", filter(false, (e, s) -> { int a = s.getAsInt("min", 0), b = s.getAsInt("max", Integer.MAX_VALUE); return t -> new LengthFilter(t, a, b); }));
        m.put("decimal_digit", filter(true, (e, s) -> DecimalDigitFilter::new));
        m.put("classic", filter(false, (e, s) -> org.apache.lucene.analysis.classic.ClassicFilter::new));
        m.put("flatten_graph", filter(false, (e, s) -> FlattenGraphFilter::new));
        m.put("fingerprint", filter(false, (e, s) -> { int n = s.getAsInt("max_output_size", 255); char c = s.get("separator", " ").charAt(0); return t -> new FingerprintFilter(t, n, c); }));
        m.put("ngram", filter(false, (e, s) -> { int a = s.getAsInt("min_gram", 1), b = s.getAsInt("max_gram", 2); boolean p = s.getAsBoolean("preserve_original", false); return t -> new NGramTokenFilter(t, a, b, p); }));
        m.put("edge_ngram", filter(false, (e, s) -> { int a = s.getAsInt("min_gram", 1), b = s.getAsInt("max_gram", 2); boolean p = s.getAsBoolean("preserve_original", false); return t -> new EdgeNGramTokenFilter(t, a, b, p); }));
        m.put("pattern_replace", filter(true, (e, s) -> { Pattern p = Pattern.compile(s.get("pattern", "$^")); String r = s.get("replacement", ""); boolean all = s.getAsBoolean("all", true); return t -> new PatternReplaceFilter(t, p, r, all); }));
        m.put("pattern_capture", AnalysisPlugin.requiresAnalysisSettings(filter(false, (e, s) -> {
            Pattern[] ps = s.getAsList("patterns").stream().map(Pattern::compile).toArray(Pattern[]::new);
            boolean keep = s.getAsBoolean("preserve_original", true);
            return t -> new PatternCaptureGroupTokenFilter(t, keep, ps);
        })));
        m.put("common_grams", filter(false, (e, s) -> {
            CharArraySet w = new CharArraySet(s.getAsList("common_words"), s.getAsBoolean("ignore_case", false));
            boolean q = s.getAsBoolean("query_mode", false);
            return t -> { var g = new org.apache.lucene.analysis.commongrams.CommonGramsFilter(t, w); return q ? new org.apache.lucene.analysis.commongrams.CommonGramsQueryFilter(g) : g; };
        }));
        for (boolean graph : new boolean[] { false, true }) {
            m.put(graph ? "word_delimiter_graph" : "word_delimiter", filter(false, (e, s) -> {
                int fl = 0;
                if (s.getAsBoolean("generate_word_parts", true)) fl |= 1;
                if (s.getAsBoolean("generate_number_parts", true)) fl |= 2;
                if (s.getAsBoolean("catenate_words", false)) fl |= 4;
                if (s.getAsBoolean("catenate_numbers", false)) fl |= 8;
                if (s.getAsBoolean("catenate_all", false)) fl |= 16;
                if (s.getAsBoolean("preserve_original", false)) fl |= 32;
                if (s.getAsBoolean("split_on_case_change", true)) fl |= 64;
                if (s.getAsBoolean("split_on_numerics", true)) fl |= 128;
                if (s.getAsBoolean("stem_english_possessive", true)) fl |= 256;
                if (graph && s.getAsBoolean("ignore_keywords", false)) fl |= 512;
                final int flags = fl;
                boolean adj = s.getAsBoolean("adjust_offsets", true);
                List<String> pw = s.getAsList("protected_words");
                CharArraySet prot = pw.isEmpty() ? null : new CharArraySet(pw, false);
                byte[] table = WordDelimiterIterator.DEFAULT_WORD_DELIM_TABLE;
                return graph ? t -> new WordDelimiterGraphFilter(t, adj, table, flags, prot) : t -> new WordDelimiterFilter(t, table, flags, prot);
            }));
            m.put(graph ? "synonym_graph" : "synonym", AnalysisPlugin.requiresAnalysisSettings(filter(false, (e, s) -> {
                boolean expand = s.getAsBoolean("expand", true);
                try {
                    SolrSynonymParser p = new SolrSynonymParser(true, expand, new Analyzer() {
                        @Override protected TokenStreamComponents createComponents(String f) {
                            Tokenizer t = new org.apache.lucene.analysis.standard.StandardTokenizer();
                            return new TokenStreamComponents(t, new LowerCaseFilter(t));
                        }
                    });
                    p.parse(new StringReader(String.join("\n", s.getAsList("synonyms"))));
                    SynonymMap map = p.build();
                    if (map.fst == null) return t -> t;
                    return graph ? t -> new SynonymGraphFilter(t, map, true) : t -> new SynonymFilter(t, map, true);
                } catch (java.text.ParseException x) { throw new IllegalArgumentException("bad synonyms", x); }
            })));
        }
        m.put("arabic_normalization", filter(true, (e, s) -> org.apache.lucene.analysis.ar.ArabicNormalizationFilter::new));
        m.put("arabic_stem", filter(false, (e, s) -> org.apache.lucene.analysis.ar.ArabicStemFilter::new));
        m.put("persian_normalization", filter(true, (e, s) -> org.apache.lucene.analysis.fa.PersianNormalizationFilter::new));
        m.put("german_normalization", filter(true, (e, s) -> org.apache.lucene.analysis.de.GermanNormalizationFilter::new));
        m.put("hindi_normalization", filter(true, (e, s) -> org.apache.lucene.analysis.hi.HindiNormalizationFilter::new));
        m.put("indic_normalization", filter(true, (e, s) -> org.apache.lucene.analysis.in.IndicNormalizationFilter::new));
        m.put("bengali_normalization", filter(true, (e, s) -> org.apache.lucene.analysis.bn.BengaliNormalizationFilter::new));
        m.put("sorani_normalization", filter(true, (e, s) -> org.apache.lucene.analysis.ckb.SoraniNormalizationFilter::new));
        m.put("serbian_normalization", filter(true, (e, s) -> org.apache.lucene.analysis.sr.SerbianNormalizationFilter::new));
        m.put("scandinavian_normalization", filter(true, (e, s) -> ScandinavianNormalizationFilter::new));
        m.put("scandinavian_folding", filter(true, (e, s) -> ScandinavianFoldingFilter::new));
        return m;
    }
}
