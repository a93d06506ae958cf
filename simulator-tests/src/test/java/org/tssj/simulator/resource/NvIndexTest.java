package org.tssj.simulator.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.TpmResponseException;
import org.tssj.core.transport.TpmTransport;
import org.tssj.junit.SoftwareTpm;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.pcr.PcrEvent;
import org.tssj.tpm20.policy.Policy;
import org.tssj.tpm20.policy.PolicyAnswers;
import org.tssj.tpm20.policy.UnsatisfiedPolicyException;
import org.tssj.tpm20.resource.NvIndex;
import org.tssj.tpm20.resource.NvUser;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.session.Session;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.nv.NvAttributes;
import org.tssj.tpm20.structure.nv.NvPinCounterParameters;
import org.tssj.tpm20.structure.nv.NvPublic;
import org.tssj.tpm20.structure.nv.NvType;
import org.tssj.tpm20.structure.pcr.PcrSelection;

/** NV indices of every type, used by owner, auth value and policy. */
@SoftwareTpm
class NvIndexTest {

  private static final AuthValue OWNER = AuthValue.utf8("owner's password");
  private static final AuthValue AUTH = AuthValue.utf8("index's password");
  private static final Handle INDEX = Handle.of(0x0150_0000);

  private static final NvAttributes BOTH_WAYS =
      NvAttributes.OWNERWRITE
          .with(NvAttributes.OWNERREAD)
          .with(NvAttributes.AUTHWRITE)
          .with(NvAttributes.AUTHREAD)
          .with(NvAttributes.NO_DA);

  private static NvIndex define(Tpm20 tpm, NvAttributes attributes, int size) throws IOException {
    return define(tpm, attributes, size, Bytes.EMPTY);
  }

  private static NvIndex define(Tpm20 tpm, NvAttributes attributes, int size, Bytes policy)
      throws IOException {
    return NvIndex.define(
        tpm,
        Handle.OWNER,
        new NvPublic(INDEX, AlgorithmId.SHA256, attributes, policy, size),
        AUTH,
        Authorization.NONE);
  }

  private static Bytes pattern(int length) {
    byte[] octets = new byte[length];
    for (int k = 0; k < length; k++) {
      octets[k] = (byte) (k * 7 + k / 256);
    }
    return Bytes.wrap(octets);
  }

  /** What failed elsewhere: the Name changes with the first piece, and the session signs it. */
  @Test
  void aLargeIndexIsWrittenAndReadInPiecesWithOneHmacSession(Tpm20 tpm) throws IOException {
    NvIndex index = define(tpm, BOTH_WAYS, 1724);
    Bytes content = pattern(1724);
    try (Session session = tpm.startSession().boundTo(index.handle(), AUTH).start()) {
      NvUser holder = NvUser.holder(session.authorize(AUTH).encryptingCommand());
      index.write(content, holder);
      assertEquals(
          content, index.read(NvUser.holder(session.authorize(AUTH).encryptingResponse())));
      assertEquals(content.slice(1000, 1100), index.read(1000, 100, NvUser.owner()));
    }
    // The TPM knows it by the same Name.
    assertEquals(index.handle().name(), NvIndex.open(tpm, INDEX).handle().name());
  }

  @Test
  void noPieceIsLargerThanTheTpmTakes(TpmTransport transport) throws IOException {
    List<Integer> sizes = new ArrayList<>();
    Tpm20 tpm =
        Tpm20.over(
            new Listener(
                transport,
                command -> {
                  // TPM2_NV_Write with a password: the data's size stands behind 10 + 8 + 4 + 9.
                  if (ByteBuffer.wrap(command).getInt(6) == 0x137) {
                    sizes.add(ByteBuffer.wrap(command).getShort(31) & 0xffff);
                  }
                }));
    NvIndex index = define(tpm, BOTH_WAYS, 2048);
    index.write(pattern(2048), NvUser.owner());
    index.write(5, pattern(1025), NvUser.owner());

    // TPM_PT_NV_BUFFER_MAX of libtpms is 1024.
    assertEquals(List.of(1024, 1024, 1024, 1), sizes);
  }

  @Test
  void aCounterCounts(Tpm20 tpm) throws IOException {
    NvIndex index = define(tpm, BOTH_WAYS.with(NvType.COUNTER), 8);
    index.increment(NvUser.owner());
    long first = index.counter(NvUser.owner());
    try (Session session = tpm.startSession().start()) {
      index.increment(NvUser.holder(session.authorize(AUTH)));
    }
    assertEquals(first + 1, index.counter(NvUser.owner()));
  }

  @Test
  void bitsAreSetOneByOne(Tpm20 tpm) throws IOException {
    NvIndex index = define(tpm, BOTH_WAYS.with(NvType.BITS), 8);
    index.setBits(1L << 63, NvUser.owner());
    index.setBits(5, NvUser.owner());
    assertEquals(0x8000_0000_0000_0005L, index.bits(NvUser.owner()));
  }

  @Test
  void anExtendedIndexIsLikeAPcr(Tpm20 tpm) throws IOException {
    NvIndex index = define(tpm, BOTH_WAYS.with(NvType.EXTEND), 32);
    Bytes data = Bytes.utf8("event");
    index.extend(data, NvUser.owner());
    index.extend(data, NvUser.owner());
    assertEquals(
        Bank.SHA256.hash(Bank.SHA256.hash(Bytes.zeros(32), data), data),
        index.read(NvUser.owner()));
  }

  /** PIN_FAIL: its password is accepted until it has been wrong too often. */
  @Test
  void aPinThatWasWrongTooOftenIsNotAcceptedAnyMore(Tpm20 tpm) throws IOException {
    NvIndex index =
        define(
            tpm,
            NvAttributes.OWNERWRITE
                .with(NvAttributes.OWNERREAD)
                .with(NvAttributes.AUTHREAD)
                .with(NvAttributes.NO_DA)
                .with(NvType.PIN_FAIL),
            8);
    index.setPin(new NvPinCounterParameters(0, 2), NvUser.owner());
    NvUser right = NvUser.holder(Authorization.password(AUTH));
    NvUser wrong = NvUser.holder(Authorization.password(OWNER));

    assertThrows(TpmResponseException.class, () -> index.read(wrong));
    assertEquals(new NvPinCounterParameters(1, 2), index.pin(NvUser.owner()));
    // The right one sets it back.
    index.read(right);
    assertEquals(new NvPinCounterParameters(0, 2), index.pin(NvUser.owner()));
    assertThrows(TpmResponseException.class, () -> index.read(wrong));
    assertThrows(TpmResponseException.class, () -> index.read(wrong));
    assertThrows(TpmResponseException.class, () -> index.read(right));
  }

  /** PIN_PASS: its password may be used so often, for example to satisfy a policy. */
  @Test
  void aPinThatMayBeUsedTwiceIsUsedTwice(Tpm20 tpm) throws IOException {
    NvIndex index =
        define(
            tpm,
            NvAttributes.OWNERWRITE
                .with(NvAttributes.OWNERREAD)
                .with(NvAttributes.AUTHREAD)
                .with(NvAttributes.NO_DA)
                .with(NvType.PIN_PASS),
            8);
    index.setPin(new NvPinCounterParameters(0, 2), NvUser.owner());
    NvUser holder = NvUser.holder(Authorization.password(AUTH));
    index.read(holder);
    index.read(holder);
    assertEquals(new NvPinCounterParameters(2, 2), index.pin(NvUser.owner()));
    assertThrows(TpmResponseException.class, () -> index.read(holder));
  }

  /** Asked for elsewhere: an index that opens to the state of PCRs only. */
  @Test
  void aPolicyIsCarriedOutForEachPiece(Tpm20 tpm) throws IOException {
    Policy policy = Policy.EMPTY.pcrs(tpm.pcrRead(PcrSelection.parse("sha256:16"))).authValue();
    NvIndex index =
        define(
            tpm,
            NvAttributes.POLICYWRITE.with(NvAttributes.POLICYREAD).with(NvAttributes.NO_DA),
            1500,
            policy.digest(Bank.SHA256));
    NvUser user = NvUser.policy(policy, PolicyAnswers.NONE, AUTH);
    index.write(pattern(1500), user);
    assertEquals(pattern(1500), index.read(user));

    tpm.execute(new PcrEvent(Handle.pcr(16), Bytes.utf8("something else")));
    assertThrows(UnsatisfiedPolicyException.class, () -> index.read(user));
  }

  @Test
  void aLockedIndexKeepsItsNameWithOneSession(Tpm20 tpm) throws IOException {
    NvIndex index =
        define(tpm, BOTH_WAYS.with(NvAttributes.WRITE_STCLEAR).with(NvAttributes.READ_STCLEAR), 16);
    try (Session session = tpm.startSession().start()) {
      NvUser holder = NvUser.holder(session.authorize(AUTH));
      index.write(pattern(16), holder);
      index.lockWriting(holder);
      TpmResponseException locked =
          assertThrows(TpmResponseException.class, () -> index.write(pattern(1), holder));
      assertEquals("TPM_RC_NV_LOCKED", locked.name());
      assertEquals(pattern(16), index.read(holder));
      index.lockReading(holder);
      assertEquals(NvIndex.open(tpm, INDEX).publicArea(), index.publicArea());
    }
  }

  @Test
  void whatOthersDidIsLearnedByAsking(Tpm20 tpm) throws IOException {
    NvIndex ours = define(tpm, BOTH_WAYS, 8);
    NvIndex.open(tpm, INDEX).write(pattern(8), NvUser.owner());
    try (Session session = tpm.startSession().start()) {
      NvUser holder = NvUser.holder(session.authorize(AUTH));
      // The HMAC is over the Name that the index had.
      assertThrows(TpmResponseException.class, () -> ours.read(holder));
      ours.refresh();
      assertEquals(pattern(8), ours.read(holder));
    }
  }

  @Test
  void isListedAndGoes(Tpm20 tpm) throws IOException {
    NvIndex index = define(tpm, BOTH_WAYS, 8);
    assertEquals(List.of(INDEX), NvIndex.list(tpm));
    index.undefine(Handle.OWNER);
    assertEquals(List.of(), NvIndex.list(tpm));
  }

  @Test
  void anotherTypeOrAPlaceOutsideIsRefusedBeforeTheTpmIsAsked(Tpm20 tpm) throws IOException {
    NvIndex index = define(tpm, BOTH_WAYS, 8);
    assertEquals(
        "index 0x01500000 is of type TPM_NT_ORDINARY, and this is for [TPM_NT_COUNTER]",
        assertThrows(IllegalStateException.class, () -> index.increment(NvUser.owner()))
            .getMessage());
    assertThrows(IndexOutOfBoundsException.class, () -> index.write(1, pattern(8), NvUser.owner()));
    assertThrows(IndexOutOfBoundsException.class, () -> index.read(8, 1, NvUser.owner()));
  }
}
