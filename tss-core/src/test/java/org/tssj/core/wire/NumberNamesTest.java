package org.tssj.core.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NumberNamesTest {

  private record Code(int value) implements WireNumber {}

  private final NumberNames<Code> names = new NumberNames<>("TPM_CC_", 8, Code::new);
  private final Code hmac = names.name("HMAC", 0x155);
  private final Code mac = names.name("MAC", 0x155);
  private final Code nvRead = names.name("NV_Read", 0x14e);

  @Test
  void printsTheFirstNameOfANumberAsTheSpecificationWritesIt() {
    assertEquals("TPM_CC_HMAC", names.of(0x155));
    assertEquals("TPM_CC_NV_Read", names.of(0x14e));
    assertEquals("0x80000001", names.of(0x8000_0001));
  }

  @Test
  void findsANameInAnyCaseWithAndWithoutItsPrefix() {
    assertEquals(Optional.of(nvRead), names.named("TPM_CC_NV_Read"));
    assertEquals(Optional.of(nvRead), names.named("nv-read"));
    assertEquals(Optional.of(mac), names.named("mac"));
    assertEquals(Optional.empty(), names.named("NV_Write"));
  }

  @Test
  void listsAllInTheOrderOfTheirDeclaration() {
    assertEquals(List.of(hmac, mac, nvRead), List.copyOf(names.all()));
  }
}
