package newsmill.test;

import java.io.Reader;
import java.util.*;
import java.util.function.*;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.charfilter.*;
import org.apache.lucene.analysis.pattern.*;
import org.elasticsearch.common.settings.*;
import org.elasticsearch.index.analysis.*;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.*;

/** The character filters. */
final class CharFilters {
    private CharFilters() {}

    private static AnalysisProvider<CharFilterFactory> chf(boolean norm, Function<Settings, UnaryOperator<Reader>> f) {
        return (is, env, name, s) -> { UnaryOperator<Reader> op = f.apply(s); return norm ? new NormChar(name, op) : new PlainChar(name, op); };
    }
    private static class PlainChar extends AbstractCharFilterFactory {
        final UnaryOperator<Reader> op;
        PlainChar(String n, UnaryOperator<Reader> op) { super(n); this.op = op; }
        @Override public Reader create(Reader r) { return op.apply(r); }
    }
    private static class NormChar extends PlainChar implements NormalizingCharFilterFactory {
        NormChar(String n, UnaryOperator<Reader> op) { super(n, op); }
    }

    static Map<String, AnalysisProvider<CharFilterFactory>> all() {
        Map<String, AnalysisProvider<CharFilterFactory>> m = new TreeMap<>();
        m.put("html_strip", chf(false, s -> { Set<String> esc = new HashSet<>(s.getAsList("escaped_tags")); return r -> new HTMLStripCharFilter(r, esc.isEmpty() ? null : esc); }));
        m.put("pattern_replace", AnalysisPlugin.requiresAnalysisSettings(chf(true, s -> { Pattern p = Pattern.compile(s.get("pattern")); String rep = s.get("replacement", ""); return r -> new PatternReplaceCharFilter(p, rep, r); })));
        m.put("mapping", AnalysisPlugin.requiresAnalysisSettings(chf(true, s -> {
            NormalizeCharMap.Builder b = new NormalizeCharMap.Builder();
            for (String x : s.getAsList("mappings")) { String[] p = x.split("=>", 2); b.add(p[0].trim(), p[1].trim()); }
            NormalizeCharMap map = b.build();
            return r -> new MappingCharFilter(map, r);
        })));
        return m;
    }
}
