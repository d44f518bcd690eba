import edu.emory.mathcs.nlp.component.template.NLPComponent;
import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import edu.emory.mathcs.nlp.component.tokenizer.token.Token;
import edu.emory.mathcs.nlp.decode.NLPDecoder;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Labels lines of text with the names that NLP4J sees, in its own classes (OntoNotes). A line in, a line out: {@code start
 * end label} for each name, in UTF-16 units, divided by tabs. label_texts.py starts it.
 */
public final class LabelTexts {
  private static final String lexica = "edu/emory/mathcs/nlp/lexica/en-";
  private static final String models = "edu/emory/mathcs/nlp/models/en-";
  private static final String config =
      "<configuration><lexica>"
          + row("ambiguity_classes", "word_form_simplified_lowercase", "ambiguity-classes-simplified-lowercase")
          + row("word_clusters", "word_form_simplified_lowercase", "brown-clusters-simplified-lowercase")
          + row("word_embeddings", "word_form_undigitalized", "word-embeddings-undigitalized")
          + row("named_entity_gazetteers", "word_form_simplified", "named-entity-gazetteers-simplified")
          + "</lexica><models><pos>" + models + "pos.xz</pos><ner>" + models + "ner.xz</ner></models></configuration>";

  private static String row(String name, String field, String file) {
    return "<" + name + " field=\"" + field + "\">" + lexica + file + ".xz</" + name + ">";
  }

  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    // What it logs must not stand between the answers.
    System.setOut(System.err);
    NLPDecoder decoder = new NLPDecoder(new ByteArrayInputStream(config.getBytes(StandardCharsets.UTF_8)));
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) out.println(namesOf(decoder, line));
    out.flush();
  }

  private static String namesOf(NLPDecoder decoder, String line) {
    StringBuilder names = new StringBuilder();
    for (List<Token> sentence : decoder.getTokenizer().segmentize(line)) {
      NLPNode[] nodes = decoder.toNodeArray(sentence);
      for (NLPComponent<NLPNode> component : decoder.getComponents()) component.process(nodes);
      int start = 0;
      for (NLPNode node : nodes) {
        String tag = node.getNamedEntityTag();
        if (tag == null || tag.length() < 3) continue;
        char part = tag.charAt(0);
        if (part == 'B' || part == 'U') start = node.getStartOffset();
        if (part != 'L' && part != 'U') continue;
        if (names.length() > 0) names.append('\t');
        names.append(start).append(' ').append(node.getEndOffset()).append(' ').append(tag.substring(2));
      }
    }
    return names.toString();
  }
}
