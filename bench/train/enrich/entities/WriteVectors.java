import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.tukaani.xz.XZInputStream;

/**
 * Writes the word vectors that NLP4J carries: OUT.txt has the words, one a line, OUT.bin their vectors as floats,
 * big-endian. Usage: java -cp 'JARS/*' WriteVectors.java OUT
 */
public final class WriteVectors {
  private static final String file = "edu/emory/mathcs/nlp/lexica/en-word-embeddings-undigitalized.xz";

  public static void main(String[] arguments) throws IOException, ClassNotFoundException {
    Map<?, ?> vectors;
    try (ObjectInputStream in =
        new ObjectInputStream(
            new XZInputStream(
                new BufferedInputStream(WriteVectors.class.getClassLoader().getResourceAsStream(file))))) {
      vectors = (Map<?, ?>) in.readObject();
    }
    try (OutputStream words = new BufferedOutputStream(new FileOutputStream(arguments[0] + ".txt"));
        DataOutputStream numbers =
            new DataOutputStream(new BufferedOutputStream(new FileOutputStream(arguments[0] + ".bin")))) {
      for (Map.Entry<?, ?> word : new TreeMap<>(vectors).entrySet()) {
        words.write((word.getKey() + "\n").getBytes(StandardCharsets.UTF_8));
        for (float number : (float[]) word.getValue()) numbers.writeFloat(number);
      }
    }
  }
}
