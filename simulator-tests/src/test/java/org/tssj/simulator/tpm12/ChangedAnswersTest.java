package org.tssj.simulator.tpm12;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tssj.core.AuthValue;
import org.tssj.core.TpmAuthenticityException;
import org.tssj.core.TpmException;
import org.tssj.core.transport.PowerControl;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.Transports;
import org.tssj.core.wire.WireException;
import org.tssj.tpm12.Tpm12;
import org.tssj.tpm12.command.endorsement.OwnerReadInternalPub;
import org.tssj.tpm12.session.Authorization;
import org.tssj.tpm12.session.Session;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.tpm12.structure.capability.Capability;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.handle.ResourceType;
import org.tssj.tpm12.structure.key.PubKey;

/** Somebody sits between the library and a real TPM and changes one octet of an answer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangedAnswersTest {

  private static final int ORDINAL = 0x81;

  /** Changes an octet of the answers to TPM_OwnerReadInternalPub. */
  private static final class Meddler implements TpmTransport {

    private final TpmTransport inner;
    private int octet = -1;

    Meddler(TpmTransport inner) {
      this.inner = inner;
    }

    @Override
    public byte[] exchange(byte[] command) throws IOException {
      byte[] response = inner.exchange(command);
      if (octet >= 0 && octet < response.length && command[9] == (byte) ORDINAL) {
        response[octet] ^= 0x01;
      }
      return response;
    }

    @Override
    public <T> Optional<T> ability(Class<T> ability) {
      return inner.ability(ability);
    }

    @Override
    public String endpoint() {
      return inner.endpoint();
    }

    @Override
    public void close() throws IOException {
      inner.close();
    }
  }

  private final AuthValue ownerAuth = Secret.ofPassword("owner");
  private Meddler meddler;
  private Tpm12 tpm;
  private PubKey endorsementKey;

  @BeforeAll
  void takeOwnership() throws IOException {
    meddler = new Meddler(Transports.open("libtpms:family=1.2"));
    tpm = Tpm12.over(meddler);
    if (!tpm.enable().isOn()) {
      tpm.transport().ability(PowerControl.class).orElseThrow().powerCycle();
      tpm.startUp();
    }
    endorsementKey = tpm.endorsement().readOrCreate();
    tpm.ownership().take(ownerAuth, Secret.wellKnown());
  }

  @AfterAll
  void noSessionIsLeftBehind() throws IOException {
    assertEquals(List.of(), tpm.capability(Capability.handles(ResourceType.AUTH)).handles());
    tpm.close();
  }

  @Test
  void neverBelievesOne() throws IOException {
    int length = 10 + PubKey.CODEC.encode(endorsementKey).length() + 41;
    try {
      for (int octet = 0; octet < length; octet++) {
        meddler.octet = octet;
        RuntimeException refusal =
            assertThrows(RuntimeException.class, () -> tpm.endorsement().read(ownerAuth));
        assertTrue(
            octet < 10
                ? refusal instanceof TpmException || refusal instanceof WireException
                : refusal instanceof TpmAuthenticityException,
            "octet " + octet + ": " + refusal);
      }
    } finally {
      meddler.octet = -1;
    }
    assertEquals(endorsementKey, tpm.endorsement().read(ownerAuth));
  }

  @Test
  void goesOnWithTheSameSessionAfterOne() throws IOException {
    try (Session session = tpm.oiap()) {
      meddler.octet = 100;
      assertThrows(
          TpmAuthenticityException.class,
          () -> tpm.execute(new OwnerReadInternalPub(Handle.EK), session.authorize(ownerAuth)));
      meddler.octet = -1;
      assertEquals(
          endorsementKey,
          tpm.execute(new OwnerReadInternalPub(Handle.EK), session.authorize(ownerAuth))
              .publicPortion());
    }
  }

  @Test
  void doesNotBelieveATpmThatDoesNotKnowTheSecret() {
    // The session is opened for another secret than the command is sent with, so the TPM refuses; a
    // TPM that ignored that could still not make the answer's HMAC.
    assertThrows(
        TpmException.class,
        () ->
            tpm.execute(
                new OwnerReadInternalPub(Handle.EK),
                Authorization.osap(Handle.OWNER, Secret.wellKnown())));
  }
}
