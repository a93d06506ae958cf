package org.tssj.attest.evidence;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;
import org.tssj.attest.file.PcrValuesFile;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.PcrValues;
import org.tssj.core.Quote;
import org.tssj.core.wire.WireException;

/**
 * What keylime's agent answers: members of an object, alone or under {@code results}. The quote in
 * it is {@code r} and, in base64 with colons between them, TPMS_ATTEST, TPMT_SIGNATURE and the PCR
 * values as tpm2-tools write them; older agents put each through zlib first.
 */
final class KeylimeAnswer {

  private static final int PARTS = 3;
  private static final int LONGEST_QUOTE = 64 << 10;
  private static final int LARGEST_VALUES = 32 << 10;
  private static final int ZLIB = 0x78;

  private final JsonInput in;
  private @Nullable Quote quote;
  private @Nullable Bytes eventLog;
  private @Nullable Bytes imaList;

  KeylimeAnswer(JsonInput in) {
    this.in = in;
  }

  Evidence read() {
    in.map(Limits.MEMBERS, this::member);
    in.finish();
    return new Evidence(
        EvidenceReader.required(quote, "quote"),
        Optional.empty(),
        Optional.ofNullable(eventLog),
        Optional.ofNullable(imaList),
        List.of(),
        List.of());
  }

  private void member(String name) {
    if (in.isNull()) {
      in.skip();
      return;
    }
    switch (name) {
      case "results" -> in.map(Limits.MEMBERS, this::member);
      case "quote" -> quote = quote(in.text(LONGEST_QUOTE));
      case "mb_measurement_list" -> eventLog = in.octets(Limits.LOG);
      case "ima_measurement_list" -> imaList = Bytes.utf8(in.text(Limits.LOG));
      case "ima_measurement_list_entry" -> fromTheStart(in.number(Long.MAX_VALUE));
      default -> in.skip();
    }
  }

  private static void fromTheStart(long entry) {
    if (entry != 0) {
      throw WireException.refused(
          "must be 0, since evidence holds whole lists", 0, Long.toString(entry));
    }
  }

  /** The quote alone in a file, perhaps with a line end. */
  static Evidence ofQuote(Bytes content) {
    if (content.length() > LONGEST_QUOTE) {
      throw WireException.refused(
          "may have " + LONGEST_QUOTE + " octets", 0, content.length() + " of them");
    }
    return Evidence.of(quote(new String(content.toArray(), StandardCharsets.UTF_8).strip()));
  }

  private static Quote quote(String text) {
    String[] parts = text.substring(Math.min(1, text.length())).split(":", -1);
    if (!text.startsWith("r") || parts.length != PARTS) {
      throw WireException.refused(
          "must be r and three parts with colons between them",
          0,
          '"' + text.substring(0, Math.min(1, text.length())) + "\" and " + parts.length);
    }
    return new Quote(
        Family.TPM20,
        part(parts[0], "message", Limits.MESSAGE),
        part(parts[1], "signature", Limits.SIGNATURE),
        values(part(parts[2], "pcrs", LARGEST_VALUES)));
  }

  private static PcrValues values(Bytes content) {
    return content.isEmpty() ? PcrValues.NONE : PcrValuesFile.read(content);
  }

  private static Bytes part(String text, String name, int most) {
    try {
      Bytes octets = JsonInput.base64(Bytes.utf8(text), 0);
      // None of the three begins like zlib's header.
      Bytes plain = !octets.isEmpty() && octets.get(0) == ZLIB ? inflated(octets, most) : octets;
      if (plain.length() > most) {
        throw WireException.refused("may have " + most + " octets", 0, plain.length() + " of them");
      }
      return plain;
    } catch (WireException e) {
      throw e.within(name);
    }
  }

  private static Bytes inflated(Bytes octets, int most) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(octets.toArray());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] chunk = new byte[4096];
      while (!inflater.finished() && out.size() <= most) {
        int length = inflater.inflate(chunk);
        if (length == 0 && !inflater.finished()) {
          throw WireException.refused("must be a whole stream of zlib", 0, "a part of one");
        }
        out.write(chunk, 0, length);
      }
      return Bytes.wrap(out.toByteArray());
    } catch (DataFormatException e) {
      throw WireException.refused("must be a stream of zlib", 0, String.valueOf(e.getMessage()));
    } finally {
      inflater.end();
    }
  }
}
