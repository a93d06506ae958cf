package org.tssj.attest.evidence;

import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.tssj.core.Bytes;

/** Evidence in JSON, a member on each line, in the order given. */
final class JsonOutput implements EvidenceOutput {

  private static final JsonFactory FACTORY = new JsonFactory();

  /** Something that writes, and that cannot fail where it writes into memory. */
  private interface Writing {
    void run() throws IOException;
  }

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final JsonGenerator generator;

  JsonOutput() {
    try {
      generator = FACTORY.createGenerator(out);
    } catch (IOException e) {
      throw inMemory(e);
    }
    // The same line ends on every system: the same evidence is the same octets.
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter layout =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""));
    layout.indentObjectsWith(indenter);
    layout.indentArraysWith(indenter);
    generator.setPrettyPrinter(layout);
  }

  @Override
  public void map(Map<String, Runnable> members) {
    write(generator::writeStartObject);
    members.forEach(
        (name, value) -> {
          write(() -> generator.writeFieldName(name));
          value.run();
        });
    write(generator::writeEndObject);
  }

  @Override
  public void list(List<Runnable> elements) {
    write(generator::writeStartArray);
    elements.forEach(Runnable::run);
    write(generator::writeEndArray);
  }

  @Override
  public void text(String text) {
    write(() -> generator.writeString(text));
  }

  @Override
  public void number(long number) {
    write(() -> generator.writeNumber(number));
  }

  @Override
  public void octets(Bytes octets) {
    write(
        () ->
            generator.writeBinary(
                Base64Variants.MIME_NO_LINEFEEDS, octets.toArray(), 0, octets.length()));
  }

  @Override
  public void digest(Bytes digest) {
    text(digest.toHex());
  }

  @Override
  public Bytes written() {
    write(generator::close);
    out.write('\n');
    return Bytes.wrap(out.toByteArray());
  }

  private static void write(Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      throw inMemory(e);
    }
  }

  private static UncheckedIOException inMemory(IOException e) {
    return new UncheckedIOException("memory does not fail", e);
  }
}
