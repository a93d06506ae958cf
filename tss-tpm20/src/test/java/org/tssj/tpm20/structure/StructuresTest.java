package org.tssj.tpm20.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tssj.core.Bytes;
import org.tssj.core.testing.RoundTrips;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Layout;
import org.tssj.tpm20.structure.attest.ClockInfo;

class StructuresTest {

  @Test
  void areFoundByTheSpecificationsNameAndByOurs() {
    assertSame(ClockInfo.CODEC, Structures.named("TPMS_CLOCK_INFO").orElseThrow());
    assertSame(ClockInfo.CODEC, Structures.named("ClockInfo").orElseThrow());
    assertSame(ClockInfo.CODEC, Structures.named("tpms_clock_info").orElseThrow());
    assertTrue(Structures.named("TPMU_ATTEST").isEmpty());
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
                  // An interface type reads as the type it restricts.
                  && !name.startsWith("TPMI_")
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

  @Test
  void knowListsAndSizedStructures() {
    assertEquals(
        """
        0000  list of TPM_ALG_ID
        0004    [0]: TPM_ALG_SHA1
        0006    [1]: TPM_ALG_SHA256
        """,
        Structures.named("TPML_ALG")
            .orElseThrow()
            .describe(Bytes.hex("00000002 0004 000b"))
            .toString());
    assertEquals(
        "0002  value: abcd",
        "0002  "
            + Structures.named("TPM2B_DIGEST")
                .orElseThrow()
                .describe(Bytes.hex("0002 abcd"))
                .toString()
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow()
                .substring(8));
  }
}
