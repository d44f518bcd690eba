package newsmill.test;

import java.util.*;
import java.util.function.*;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.*;
import org.apache.lucene.analysis.core.*;
import org.apache.lucene.analysis.email.UAX29URLEmailTokenizer;
import org.apache.lucene.analysis.ngram.*;
import org.apache.lucene.analysis.path.*;
import org.apache.lucene.analysis.pattern.*;
import org.apache.lucene.analysis.th.ThaiTokenizer;
import org.elasticsearch.common.settings.*;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** The tokenizers. */
final class Tokenizers {
    private Tokenizers() {}

    private static AnalysisProvider<TokenizerFactory> tok(Function<Settings, Supplier<Tokenizer>> f) {
        return (is, env, name, s) -> { Supplier<Tokenizer> t = f.apply(s); return TokenizerFactory.newFactory(name, t); };
    }

    static Map<String, AnalysisProvider<TokenizerFactory>> all() {
        Map<String, AnalysisProvider<TokenizerFactory>> m = new TreeMap<>();
        m.put("letter", tok(s -> LetterTokenizer::new));
        m.put("whitespace", tok(s -> WhitespaceTokenizer::new));
        m.put("keyword", tok(s -> KeywordTokenizer::new));
        m.put("classic", tok(s -> org.apache.lucene.analysis.classic.ClassicTokenizer::new));
        m.put("thai", tok(s -> ThaiTokenizer::new));
        m.put("uax_url_email", tok(s -> UAX29URLEmailTokenizer::new));
        m.put("ngram", tok(s -> { int a = s.getAsInt("min_gram", 1), b = s.getAsInt("max_gram", 2); return () -> new NGramTokenizer(a, b); }));
        m.put("edge_ngram", tok(s -> { int a = s.getAsInt("min_gram", 1), b = s.getAsInt("max_gram", 2); return () -> new EdgeNGramTokenizer(a, b); }));
        m.put("pattern", tok(s -> { Pattern p = Pattern.compile(s.get("pattern", "\\W+")); int g = s.getAsInt("group", -1); return () -> new PatternTokenizer(p, g); }));
        m.put("path_hierarchy", tok(s -> {
            char d = s.get("delimiter", "/").charAt(0); char r = s.get("replacement", "" + d).charAt(0); int skip = s.getAsInt("skip", 0);
            boolean rev = s.getAsBoolean("reverse", false);
            return () -> rev ? new ReversePathHierarchyTokenizer(d, r, skip) : new PathHierarchyTokenizer(d, r, skip);
        }));
        return m;
    }
}
