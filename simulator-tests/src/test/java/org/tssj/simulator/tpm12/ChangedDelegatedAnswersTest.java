package org.tssj.simulator.tpm12;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.simulator.tpm12.OwnedTpm12.OWNER;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.TpmAuthenticityException;
import org.tssj.core.TpmException;
import org.tssj.core.TpmResponseException;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.Transports;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.WireException;
import org.tssj.simulator.NeedsLibrary;
import org.tssj.tpm12.Tpm12;
import org.tssj.tpm12.command.delegation.DelegateCreateOwnerDelegation;
import org.tssj.tpm12.command.delegation.DelegateManage;
import org.tssj.tpm12.command.endorsement.OwnerReadInternalPub;
import org.tssj.tpm12.command.ownership.OwnerClear;
import org.tssj.tpm12.rc.ResultCode;
import org.tssj.tpm12.session.Authorization;
import org.tssj.tpm12.session.Session;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.tpm12.structure.capability.Capability;
import org.tssj.tpm12.structure.delegation.DelegateOwnerBlob;
import org.tssj.tpm12.structure.delegation.DelegatePublic;
import org.tssj.tpm12.structure.delegation.Delegations;
import org.tssj.tpm12.structure.delegation.FamilyOperation;
import org.tssj.tpm12.structure.delegation.OwnerPermission;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.handle.ResourceType;
import org.tssj.tpm12.structure.key.PubKey;
import org.tssj.tpm12.structure.pcr.PcrInfoShort;

/** Somebody sits between a delegate and a real TPM and changes one octet of an answer. */
@NeedsLibrary("tpms")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangedDelegatedAnswersTest {

  private static final AuthValue DELEGATE = Secret.ofPassword("delegate");

  /** Changes an octet of the answers to one command. */
  private static final class Meddler implements TpmTransport {

    private final TpmTransport inner;
    private int ordinal;
    private int octet = -1;

    Meddler(TpmTransport inner) {
      this.inner = inner;
    }

    @Override
    public byte[] exchange(byte[] command) throws IOException {
      byte[] response = inner.exchange(command);
      if (octet >= 0 && octet < response.length && command[9] == (byte) ordinal) {
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

  private final OwnerReadInternalPub read = new OwnerReadInternalPub(Handle.EK);
  private Meddler meddler;
  private Tpm12 tpm;
  private DelegateOwnerBlob delegation;
  private PubKey endorsementKey;

  @BeforeAll
  void delegate() throws IOException {
    meddler = new Meddler(Transports.open("libtpms:family=1.2"));
    tpm = OwnedTpm12.open(meddler);
    Authorization owner = Authorization.oiap(OWNER);
    long family =
        Codecs.U32.decode(
            tpm.execute(new DelegateManage(0, FamilyOperation.CREATE, Bytes.hex("66")), owner)
                .retData());
    tpm.execute(new DelegateManage(family, FamilyOperation.ENABLE, Bytes.hex("01")), owner);
    delegation =
        tpm.execute(
                new DelegateCreateOwnerDelegation(
                    true,
                    new DelegatePublic(
                        'd',
                        PcrInfoShort.NONE,
                        Delegations.ofOwner(OwnerPermission.OWNER_READ_INTERNAL_PUB),
                        family,
                        1),
                    DELEGATE),
                Authorization.osap(Handle.OWNER, OWNER))
            .blob();
    endorsementKey = tpm.execute(read, Authorization.dsap(delegation, DELEGATE)).publicPortion();
  }

  @AfterAll
  void noSessionIsLeftBehind() throws IOException {
    assertEquals(List.of(), tpm.capability(Capability.handles(ResourceType.AUTH)).handles());
    tpm.close();
  }

  @Test
  void neverBelievesOne() throws IOException {
    int length = 10 + PubKey.CODEC.encode(endorsementKey).length() + 41;
    meddler.ordinal = OwnerReadInternalPub.SPEC.ordinal();
    try {
      for (int octet = 0; octet < length; octet++) {
        meddler.octet = octet;
        RuntimeException refusal =
            assertThrows(
                RuntimeException.class,
                () -> tpm.execute(read, Authorization.dsap(delegation, DELEGATE)));
        assertTrue(
            octet < 10
                ? refusal instanceof TpmException || refusal instanceof WireException
                : refusal instanceof TpmAuthenticityException,
            "octet " + octet + ": " + refusal);
      }
    } finally {
      meddler.octet = -1;
    }
    assertEquals(
        endorsementKey,
        tpm.execute(read, Authorization.dsap(delegation, DELEGATE)).publicPortion());
  }

  /**
   * The shared secret is made of the answer's nonce, so that a session with a wrong one is none.
   */
  @Test
  void aChangedNonceOfTheOpeningOpensNothing() throws IOException {
    meddler.ordinal = 0x11;
    try {
      for (int octet = 14; octet < 14 + 40; octet++) {
        meddler.octet = octet;
        var refusal =
            assertThrows(
                TpmResponseException.class,
                () -> tpm.execute(read, Authorization.dsap(delegation, DELEGATE)));
        assertEquals(ResultCode.AUTHFAIL.code(), refusal.code(), "octet " + octet);
        meddler.octet = -1;
        // Wrong secrets are counted, and this one was not the delegate's fault.
        tpm.lockout().reset(OWNER);
      }
    } finally {
      meddler.octet = -1;
    }
  }

  @Test
  void aSessionGoesOnAfterOne() throws IOException {
    meddler.ordinal = OwnerReadInternalPub.SPEC.ordinal();
    try (Session session = tpm.dsap(Authorization.dsap(delegation, DELEGATE))) {
      meddler.octet = 100;
      assertThrows(TpmAuthenticityException.class, () -> tpm.execute(read, session.use()));
      meddler.octet = -1;
      assertEquals(endorsementKey, tpm.execute(read, session.use()).publicPortion());
    } finally {
      meddler.octet = -1;
    }
  }

  @Test
  void whatWasNotDelegatedIsRefused() {
    var refusal =
        assertThrows(
            TpmResponseException.class,
            () -> tpm.execute(new OwnerClear(), Authorization.dsap(delegation, DELEGATE)));
    assertEquals(ResultCode.AUTHFAIL.code(), refusal.code(), refusal.getMessage());
  }
}
