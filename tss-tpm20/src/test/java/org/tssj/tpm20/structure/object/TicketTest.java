package org.tssj.tpm20.structure.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.tssj.core.testing.Wire.assertRefused;
import static org.tssj.core.testing.Wire.assertWire;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tssj.core.Bytes;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.constant.StructureTag;
import org.tssj.tpm20.structure.handle.Handle;

class TicketTest {

  // The HMACs of the first three were answered by swtpm 0.7.1: tpm2_createprimary -t, tpm2_hash -t
  // and tpm2_verifysignature -t with tpm2-tools 5.4.

  @Test
  void ofCreation() {
    String hmac =
        "a2cf5282d2d40eb41c0339580073a0f39e51422585bd6706a36c0c0c91cf833b"
            + "feba577472462b4ea14d44b975ac42fd2f4018c45e07004ce7ccacc69a06f83f";
    assertWire(
        new CreationTicket(Handle.OWNER, Bytes.hex(hmac)),
        "8021 40000001 0040" + hmac,
        CreationTicket.CODEC);
  }

  @Test
  void ofAHash() {
    String hmac =
        "ca2639a5b90624e2782532c016f44e994d18fc8bbf6734f20ac9fe3b1cf44bb2"
            + "c03321a6ff9303d6643b1c5ef7ebe4e0b6287981ef0cb9e7834d3f621ad6f5e6";
    assertWire(
        new HashcheckTicket(Handle.OWNER, Bytes.hex(hmac)),
        "8024 40000001 0040" + hmac,
        HashcheckTicket.CODEC);
  }

  @Test
  void ofAVerifiedSignature() {
    String hmac =
        "e6813d885c676b5086649ce30434df908dda85800182b7b8728c6f7901d710b6"
            + "7ebd87ae0411e8dae37caf91768b4400bab96ce037a32a643e9bd813cecd15e4";
    assertWire(
        new VerifiedTicket(Handle.OWNER, VerifiedTicket.Metadata.VERIFIED, Bytes.hex(hmac)),
        "8022 40000001 0040" + hmac,
        VerifiedTicket.CODEC);
  }

  @Test
  void ofAVerifiedMessageOrDigestSaysWhich() {
    // 18-mldsa65-verifysequencecomplete and 37-hashmldsa65-verifydigestsignature of fwtpm.
    String message = "830858e34445e43509f4902530683a080a7aaa083819026e8759730de96d66a6";
    assertWire(
        new VerifiedTicket(
            Handle.OWNER, VerifiedTicket.Metadata.MESSAGE_VERIFIED, Bytes.hex(message)),
        "8026 40000001 0020" + message,
        VerifiedTicket.CODEC);
    String digest = "16fb54ba03123b250ef35dfd276fb4ccf28f38f50528b223daa52df9bc05d991";
    assertWire(
        new VerifiedTicket(
            Handle.OWNER,
            new VerifiedTicket.Metadata.OfDigest(AlgorithmId.SHA256),
            Bytes.hex(digest)),
        "8027 40000001 000b 0020" + digest,
        VerifiedTicket.CODEC);
  }

  @Test
  void ofAnAuthorizationSaysByWhichCommand() {
    assertWire(
        new AuthTicket(StructureTag.AUTH_SIGNED, Handle.ENDORSEMENT, Bytes.hex("ffee")),
        "8025 4000000b 0002 ffee",
        AuthTicket.CODEC);
    assertWire(AuthTicket.NULL_SECRET, "8023 40000007 0000", AuthTicket.CODEC);
    assertWire(AuthTicket.NULL_SIGNED, "8025 40000007 0000", AuthTicket.CODEC);
  }

  @Test
  void ofNobodyProvesNothing() {
    assertWire(CreationTicket.NULL, "8021 40000007 0000", CreationTicket.CODEC);
    assertWire(HashcheckTicket.NULL, "8024 40000007 0000", HashcheckTicket.CODEC);
    assertWire(VerifiedTicket.NULL, "8022 40000007 0000", VerifiedTicket.CODEC);
  }

  @Nested
  class Refuses {
    @Test
    void aTicketOfAnotherKind() {
      assertRefused(
          "8022 40000007 0000",
          "TPMT_TK_CREATION.tag: must be 8021, was 8022 at offset 0x0000",
          CreationTicket.CODEC);
      assertRefused(
          "8024 40000007 0000",
          "TPMT_TK_AUTH: hierarchy and digest must be selected by one of its 2 arms, was TPM_ST_HASHCHECK at"
              + " offset 0x0002",
          AuthTicket.CODEC);
      assertRefused(
          "8021 40000007 0000",
          "TPMT_TK_VERIFIED.metadata: TPMU_TK_VERIFIED_META must be selected by one of its 3 arms,"
              + " was TPM_ST_CREATION at offset 0x0006",
          VerifiedTicket.CODEC);
    }

    @Test
    void toWriteAnAuthTicketWithAnotherTag() {
      var ticket = new AuthTicket(StructureTag.CREATION, Handle.NULL, Bytes.EMPTY);
      var e = assertThrows(IllegalArgumentException.class, () -> AuthTicket.CODEC.encode(ticket));
      assertEquals(
          "hierarchy and digest: TPM_ST_CREATION does not go with a AuthTicket", e.getMessage());
    }
  }
}
