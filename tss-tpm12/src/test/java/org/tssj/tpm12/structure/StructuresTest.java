package org.tssj.tpm12.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tssj.core.testing.RoundTrips;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Layout;
import org.tssj.tpm12.structure.attest.QuoteInfo;

class StructuresTest {

  @Test
  void areFoundByTheSpecificationsNameAndByOurs() {
    assertSame(QuoteInfo.CODEC, Structures.named("TPM_QUOTE_INFO").orElseThrow());
    assertSame(QuoteInfo.CODEC, Structures.named("QuoteInfo").orElseThrow());
    assertSame(QuoteInfo.CODEC, Structures.named("tpm_quote_info").orElseThrow());
    assertTrue(Structures.named("TPM_NOPE").isEmpty());
  }

  @Test
  void areAllThatTheModuleHasAndThatHaveAName() {
    var missing = new TreeSet<String>();
    RoundTrips.declaredIn(
            Structures.class,
            constant -> constant instanceof Codec<?> codec ? Stream.of(codec) : Stream.empty())
        .forEach(
            declared -> {
              String name = declared.codec().layout().name();
              String type = declared.where().replaceFirst("\\.CODEC$", "");
              if (!(declared.codec().layout() instanceof Layout.Sized)
                  && name.startsWith("TPM")
                  && !name.endsWith(" response")
                  && Structures.named(name).isEmpty()) {
                missing.add(name);
              }
              if (declared.where().endsWith(".CODEC")
                  && !type.contains("$")
                  && Structures.named(type).filter(found -> found == declared.codec()).isEmpty()) {
                missing.add(type);
              }
            });
    assertEquals(new TreeSet<String>(), missing, "add a line to Structures for each of these");
  }

  @Test
  void linkEveryNameTheyList() {
    for (String name : Structures.names()) {
      assertTrue(Structures.named(name).isPresent(), name);
    }
  }
}
