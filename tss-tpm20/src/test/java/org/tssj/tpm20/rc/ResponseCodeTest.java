package org.tssj.tpm20.rc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.core.testing.Wire.assertWire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tssj.core.TpmResponseException;
import org.tssj.core.TpmServiceException;
import org.tssj.tpm20.rc.ResponseCode.Subject;

class ResponseCodeTest {

  private static final List<String> HANDLES = List.of("parentHandle");
  private static final List<String> PARAMETERS = List.of("inSensitive", "inPublic");

  @Test
  void isFourOctets() {
    assertWire(new ResponseCode(0x2c4), "000002c4", ResponseCode.CODEC);
    assertWire(ResponseCode.of(0xffff_ffffL), "ffffffff", ResponseCode.CODEC);
    assertEquals(0xffff_ffffL, new ResponseCode(-1).code());
    assertThrows(IllegalArgumentException.class, () -> ResponseCode.of(0x1_0000_0000L));
    assertThrows(IllegalArgumentException.class, () -> ResponseCode.of(-1));
  }

  @Test
  void namesTheParameterAsTheCommandDoes() {
    ResponseCode code = ResponseCode.of(0x2c4);
    assertEquals("TPM_RC_VALUE", code.name());
    assertEquals("parameter 2 (inPublic)", code.subject(HANDLES, PARAMETERS));
    assertEquals("TPM_RC_VALUE on parameter 2", code.toString());
  }

  @Test
  void namesTheHandleAndTheSession() {
    assertEquals("handle 1 (parentHandle)", ResponseCode.of(0x18b).subject(HANDLES, PARAMETERS));
    assertEquals("session 1", ResponseCode.of(0x98e).subject(HANDLES, PARAMETERS));
    assertEquals("handle 2", ResponseCode.of(0x911).subject(HANDLES, PARAMETERS));
    assertEquals("session 3", ResponseCode.of(0x91a).subject(HANDLES, PARAMETERS));
  }

  @Test
  void namesNothingWhereTheTpmDoesNot() {
    // What wolfTPM's fwtpm answers: format one without a number.
    assertEquals("", ResponseCode.of(0x0ad).subject(HANDLES, PARAMETERS));
    assertEquals("", ResponseCode.of(0x0c4).subject(HANDLES, PARAMETERS));
    assertEquals("", ResponseCode.of(0x922).subject(HANDLES, PARAMETERS));
    assertEquals("TPM_RC_SIGN_CONTEXT_KEY", ResponseCode.of(0x0ad).toString());
  }

  @Test
  void countsParametersToFifteenAndSessionsToSeven() {
    // Part 2, 6.6.2: with P set all of bits 8 to 11 count; tpm2-tss drops the highest one.
    assertEquals("parameter 15", ResponseCode.of(0xfc4).subject(HANDLES, PARAMETERS));
    assertEquals("parameter 8", ResponseCode.of(0x8c4).subject(HANDLES, PARAMETERS));
    assertEquals("session 7", ResponseCode.of(0xf84).subject(HANDLES, PARAMETERS));
    assertEquals("handle 7", ResponseCode.of(0x784).subject(HANDLES, PARAMETERS));
  }

  @Test
  void comparesWithoutTheSubject() {
    assertTrue(ResponseCode.of(0x9a2).is(ResponseCode.BAD_AUTH));
    assertTrue(ResponseCode.of(0x2c4).is(ResponseCode.of(0x184)));
    assertTrue(ResponseCode.of(0xb0143).is(ResponseCode.COMMAND_CODE));
    assertFalse(ResponseCode.of(0x98e).is(ResponseCode.BAD_AUTH));
    assertFalse(ResponseCode.of(0x70143).is(ResponseCode.COMMAND_CODE));
    assertFalse(ResponseCode.of(0x910).is(ResponseCode.of(0x911)));
    assertEquals(ResponseCode.VALUE, ResponseCode.of(0x2c4).base());
    assertEquals(ResponseCode.LOCKOUT, ResponseCode.of(0x921).base());
  }

  @Test
  void triesAgainWhatTheTpmPutOffAndNothingElse() {
    Set<Integer> retryable = new HashSet<>();
    IntStream.range(0, 0x1000)
        .filter(code -> ResponseCode.of(code).isRetryable())
        .forEach(retryable::add);
    assertEquals(Set.of(0x908, 0x90a, 0x920, 0x922, 0x923), retryable);
    assertTrue(ResponseCode.of(0xb0922).isRetryable());
    assertFalse(ResponseCode.of(0xc0922).isRetryable());
  }

  @Test
  void hasWordsForEveryCodeThereIs() {
    for (int layer = 0; layer < 16; layer++) {
      for (int code = 0; code < 0x2000; code++) {
        ResponseCode each = new ResponseCode(layer << 16 | code);
        assertFalse(each.meaning().isBlank(), () -> each + " has no words");
        assertFalse(each.meaning().endsWith("."), () -> each + ": a meaning is part of a sentence");
        assertFalse(each.advice().endsWith("."), () -> each + ": advice has no full stop");
        assertFalse(each.name().isBlank());
      }
    }
  }

  @Test
  void saysWhatToDoAboutTheCommonOnes() {
    List<ResponseCode> common =
        List.of(
            ResponseCode.LOCKOUT,
            ResponseCode.AUTH_FAIL,
            ResponseCode.BAD_AUTH,
            ResponseCode.INITIALIZE,
            ResponseCode.FAILURE,
            ResponseCode.NV_RANGE,
            ResponseCode.NV_SIZE,
            ResponseCode.NV_LOCKED,
            ResponseCode.NV_AUTHORIZATION,
            ResponseCode.NV_UNINITIALIZED,
            ResponseCode.NV_SPACE,
            ResponseCode.NV_DEFINED,
            ResponseCode.NV_RATE,
            ResponseCode.NV_UNAVAILABLE,
            ResponseCode.SESSION_MEMORY,
            ResponseCode.OBJECT_MEMORY,
            ResponseCode.RETRY,
            ResponseCode.YIELDED,
            ResponseCode.TESTING,
            ResponseCode.CANCELED,
            ResponseCode.LOCALITY,
            ResponseCode.HIERARCHY,
            ResponseCode.HANDLE,
            ResponseCode.REFERENCE_H0,
            ResponseCode.REFERENCE_H6,
            ResponseCode.REFERENCE_S0,
            ResponseCode.REFERENCE_S6,
            ResponseCode.COMMAND_CODE);
    for (ResponseCode each : common) {
      assertFalse(each.advice().isEmpty(), () -> each + " has no advice");
    }
  }

  @Test
  void tellsWhichLayerAnswered() {
    assertEquals("TSS2_ESYS_RC_BAD_TR", ResponseCode.of(0x70018).name());
    assertEquals("TSS2_FAPI_RC_SIGNATURE_VERIFICATION_FAILED", ResponseCode.of(0x60021).name());
    assertEquals("TSS2_SYS_RC_BAD_REFERENCE", ResponseCode.of(0x80005).name());
    assertEquals("TSS2_MU_RC_INSUFFICIENT_BUFFER", ResponseCode.of(0x90006).name());
    assertEquals("tcti: TSS2_TCTI_RC_IO_ERROR", ResponseCode.of(0xa000a).toString());
    assertEquals("TSS2_RESMGR_RC_NOT_PERMITTED", ResponseCode.of(0xc000c).name());
    assertEquals("TSS2_POLICY_RC_CALLBACK_NULL", ResponseCode.of(0xd0036).name());
    assertEquals("0x000d0037", ResponseCode.of(0xd0037).name());
    assertEquals("resource manager: TPM_RC_COMMAND_CODE", ResponseCode.of(0xb0143).toString());
    assertEquals("Windows TBS: TPM_E_COMMAND_BLOCKED", ResponseCode.of(0x80280400L).toString());
    assertEquals("Windows TBS: TBS_E_INTERNAL_ERROR", ResponseCode.of(0x80284001L).toString());
    assertEquals("Windows TBS: TBS_E_PPI_NOT_SUPPORTED", ResponseCode.of(0x8028400cL).toString());
    assertEquals("Windows TBS: TPM_20_E_NV_UNAVAILABLE", ResponseCode.of(0x80280923L).toString());
    assertEquals("Windows TBS: 0x80285000", ResponseCode.of(0x80285000L).toString());
    assertEquals("layer 32809: 0x80290001", ResponseCode.of(0x80290001L).toString());
    assertTrue(ResponseCode.of(0x2c4).isFromTpm());
    assertFalse(ResponseCode.of(0xb0143).isFromTpm());
  }

  @Test
  void tellsTheCodesOfVendorsAndOfTheOtherFamily() {
    assertEquals("a code of the TPM's vendor", ResponseCode.of(0x50f).meaning());
    assertTrue(ResponseCode.of(0x50f).isVendorSpecific());
    assertEquals("a code of the TPM 1.2 family", ResponseCode.of(0x012).meaning());
    assertEquals("0x012", ResponseCode.of(0x012).name());
    assertEquals("a code that is newer than this version knows", ResponseCode.of(0x1bf).meaning());
    assertEquals("0x0bf on handle 1", ResponseCode.of(0x1bf).toString());
  }

  @Test
  void isFoundByItsName() {
    assertEquals(Optional.of(ResponseCode.LOCKOUT), ResponseCode.named("TPM_RC_LOCKOUT"));
    assertEquals(Optional.of(ResponseCode.POLICY_FAIL), ResponseCode.named("policy_fail"));
    assertEquals(Optional.empty(), ResponseCode.named("FMT1"));
  }

  @Nested
  class AsAnException {
    @Test
    void saysCommandCodeSubjectAndWords() {
      var e = ResponseCode.of(0x2c4).refusalOf("TPM2_Create", HANDLES, PARAMETERS);
      assertEquals(
          "TPM2_Create: TPM_RC_VALUE on parameter 2 (inPublic) [rc 0x2c4]: a value is out of range"
              + " or does not fit the context",
          e.getMessage());
      var refusal = assertInstanceOf(TpmResponseException.class, e);
      assertEquals(0x2c4, refusal.code());
      assertEquals("TPM_RC_VALUE", refusal.name());
      assertEquals(Optional.of("parameter 2 (inPublic)"), refusal.subject());
      assertEquals(Optional.empty(), refusal.advice());
    }

    @Test
    void doesNotBlameTheTpmForWhatAResourceManagerBlocks() {
      var e = ResponseCode.of(0xb0143).refusalOf("TPM2_PP_Commands", List.of(), List.of());
      assertInstanceOf(TpmServiceException.class, e);
      assertTrue(
          e.getMessage()
              .startsWith(
                  "resource manager refused [0xb0143]: TPM2_PP_Commands: TPM_RC_COMMAND_CODE: this"
                      + " TPM does not implement the command"),
          e.getMessage());
    }

    @Test
    void isNotMadeOfSuccess() {
      assertThrows(
          IllegalArgumentException.class,
          () -> ResponseCode.SUCCESS.refusalOf("TPM2_Create", HANDLES, PARAMETERS));
    }
  }

  /** Against the names of the specification's table, and the decoder of tpm2-tools. */
  @Nested
  class AgreesWithTpm2RcDecode {

    private static final Pattern SUBJECT = Pattern.compile("tpm:(\\w+)\\((\\d)\\):.*");

    private record Line(String name, ResponseCode code, String printed) {}

    private static List<Line> lines() throws IOException {
      try (var in = ResponseCodeTest.class.getResourceAsStream("/rc/tpm2_rc_decode-5.4.tsv")) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        return Stream.of(text.split("\n"))
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split("\t"))
            .map(cell -> new Line(cell[0], ResponseCode.of(Long.decode(cell[1])), cell[2]))
            .toList();
      }
    }

    @Test
    void onTheNameOfEveryCode() throws IOException {
      Set<String> names = new HashSet<>();
      for (Line line : lines()) {
        assertEquals(line.name(), line.code().name(), () -> line.code().value() + "");
        names.add(line.name());
      }
      assertEquals(107, names.size());
    }

    @Test
    void onHandleParameterAndSession() throws IOException {
      int numbered = 0;
      for (Line line : lines()) {
        Matcher matcher = SUBJECT.matcher(line.printed());
        if (matcher.matches()) {
          numbered++;
          assertEquals(
              matcher.group(1) + " " + matcher.group(2),
              line.code().subject(List.of(), List.of()),
              () -> line.toString());
        } else if (line.printed().contains("(unk)")) {
          assertEquals(Optional.empty(), line.code().subject(), () -> line.toString());
        }
      }
      assertTrue(numbered > 350, numbered + " lines have a number");
    }

    @Test
    void onHandlesAndSessionsThatAreNotLoaded() {
      // "the 3rd handle in the handle area references a transient object or session that is not
      // loaded", "the 7th authorization session handle references a session that is not loaded"
      assertEquals(
          Optional.of(new Subject(Subject.Kind.HANDLE, 3)), ResponseCode.of(0x912).subject());
      assertEquals(
          Optional.of(new Subject(Subject.Kind.SESSION, 7)), ResponseCode.of(0x91e).subject());
    }

    @Test
    void onWarnings() throws IOException {
      for (Line line : lines()) {
        if (line.printed().contains("(2.0)")) {
          assertEquals(
              line.printed().startsWith("tpm:warn(2.0)"),
              line.code().isWarning(),
              () -> line.toString());
        }
      }
    }
  }
}
