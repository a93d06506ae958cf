package org.tssj.tpm20.structure.capability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tssj.core.testing.Wire.assertRefused;
import static org.tssj.core.testing.Wire.assertWire;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tssj.core.Bytes;

class AttachedComponentTest {

  @Test
  void tellsANumberUnderATag() {
    assertWire(new AcOutput(AcTag.PV1, 0xffff_ffffL), "00000002 ffffffff", AcOutput.CODEC);
    assertWire(new AcOutput(new AcTag(0x8000_0001), 7), "80000001 00000007", AcOutput.CODEC);
    assertEquals(Optional.of(AcTag.VEND), AcTag.named("TPM_AT_VEND"));
    assertEquals("0x80000001", new AcTag(0x8000_0001).toString());
  }

  @Test
  void capabilitiesThatCanBeSetAreOctetsBehindTheirKind() {
    assertWire(
        new SetCapabilityData(Capability.VENDOR_PROPERTY, Bytes.hex("0badcafe")),
        "0008 00000100 0badcafe",
        SetCapabilityData.SIZED_CODEC);
    assertRefused(
        "0003 000001",
        "TPM2B of TPMS_SET_CAPABILITY_DATA.setCapability: needs 4 bytes at offset 0x0002, only 3 of"
            + " 5 left",
        SetCapabilityData.SIZED_CODEC);
  }
}
