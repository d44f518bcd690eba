package newsmill.test;

import java.util.*;
import java.util.function.*;
import org.apache.lucene.analysis.*;
import org.apache.lucene.analysis.snowball.SnowballFilter;

/** The names that the filter "stemmer" knows. */
final class Stemmers {
    private Stemmers() {}

    private static UnaryOperator<TokenStream> sb(String l) { return t -> new SnowballFilter(t, l); }
    static UnaryOperator<TokenStream> of(String language) {
        return switch (language.toLowerCase(Locale.ROOT)) {
            case "arabic" -> org.apache.lucene.analysis.ar.ArabicStemFilter::new;
            case "bengali" -> org.apache.lucene.analysis.bn.BengaliStemFilter::new;
            case "brazilian" -> org.apache.lucene.analysis.br.BrazilianStemFilter::new;
            case "bulgarian" -> org.apache.lucene.analysis.bg.BulgarianStemFilter::new;
            case "czech" -> org.apache.lucene.analysis.cz.CzechStemFilter::new;
            case "english", "porter" -> org.apache.lucene.analysis.en.PorterStemFilter::new;
            case "light_english", "kstem" -> org.apache.lucene.analysis.en.KStemFilter::new;
            case "minimal_english" -> org.apache.lucene.analysis.en.EnglishMinimalStemFilter::new;
            case "possessive_english" -> org.apache.lucene.analysis.en.EnglishPossessiveFilter::new;
            case "porter2" -> sb("English");
            case "lovins" -> sb("Lovins");
            case "light_finnish" -> org.apache.lucene.analysis.fi.FinnishLightStemFilter::new;
            case "light_french" -> org.apache.lucene.analysis.fr.FrenchLightStemFilter::new;
            case "minimal_french" -> org.apache.lucene.analysis.fr.FrenchMinimalStemFilter::new;
            case "galician" -> org.apache.lucene.analysis.gl.GalicianStemFilter::new;
            case "minimal_galician" -> org.apache.lucene.analysis.gl.GalicianMinimalStemFilter::new;
            case "german2" -> sb("German");
            case "light_german" -> org.apache.lucene.analysis.de.GermanLightStemFilter::new;
            case "minimal_german" -> org.apache.lucene.analysis.de.GermanMinimalStemFilter::new;
            case "greek" -> org.apache.lucene.analysis.el.GreekStemFilter::new;
            case "hindi" -> org.apache.lucene.analysis.hi.HindiStemFilter::new;
            case "light_hungarian" -> org.apache.lucene.analysis.hu.HungarianLightStemFilter::new;
            case "indonesian" -> org.apache.lucene.analysis.id.IndonesianStemFilter::new;
            case "light_italian" -> org.apache.lucene.analysis.it.ItalianLightStemFilter::new;
            case "latvian" -> org.apache.lucene.analysis.lv.LatvianStemFilter::new;
            case "light_norwegian", "light_nynorsk" -> org.apache.lucene.analysis.no.NorwegianLightStemFilter::new;
            case "minimal_norwegian", "minimal_nynorsk" -> org.apache.lucene.analysis.no.NorwegianMinimalStemFilter::new;
            case "persian" -> org.apache.lucene.analysis.fa.PersianStemFilter::new;
            case "light_portuguese" -> org.apache.lucene.analysis.pt.PortugueseLightStemFilter::new;
            case "minimal_portuguese" -> org.apache.lucene.analysis.pt.PortugueseMinimalStemFilter::new;
            case "portuguese_rslp" -> org.apache.lucene.analysis.pt.PortugueseStemFilter::new;
            case "light_russian" -> org.apache.lucene.analysis.ru.RussianLightStemFilter::new;
            case "sorani" -> org.apache.lucene.analysis.ckb.SoraniStemFilter::new;
            case "light_spanish" -> org.apache.lucene.analysis.es.SpanishLightStemFilter::new;
            case "spanish_plural" -> org.apache.lucene.analysis.es.SpanishPluralStemFilter::new;
            case "light_swedish" -> org.apache.lucene.analysis.sv.SwedishLightStemFilter::new;
            case "minimal_swedish" -> org.apache.lucene.analysis.sv.SwedishMinimalStemFilter::new;
            default -> sb(language.substring(0, 1).toUpperCase(Locale.ROOT) + language.substring(1).toLowerCase(Locale.ROOT));
        };
    }
}
