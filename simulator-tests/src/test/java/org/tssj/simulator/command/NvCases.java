package org.tssj.simulator.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.simulator.command.Bench.NONCE;
import static org.tssj.simulator.command.Bench.PASSWORD;
import static org.tssj.simulator.command.Bench.PLATFORM;
import static org.tssj.simulator.command.CommandCase.succeeds;

import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.tpm20.command.nv.NvCertify;
import org.tssj.tpm20.command.nv.NvChangeAuth;
import org.tssj.tpm20.command.nv.NvDefineSpace;
import org.tssj.tpm20.command.nv.NvExtend;
import org.tssj.tpm20.command.nv.NvGlobalWriteLock;
import org.tssj.tpm20.command.nv.NvIncrement;
import org.tssj.tpm20.command.nv.NvRead;
import org.tssj.tpm20.command.nv.NvReadLock;
import org.tssj.tpm20.command.nv.NvReadPublic;
import org.tssj.tpm20.command.nv.NvSetBits;
import org.tssj.tpm20.command.nv.NvUndefineSpace;
import org.tssj.tpm20.command.nv.NvUndefineSpaceSpecial;
import org.tssj.tpm20.command.nv.NvWrite;
import org.tssj.tpm20.command.nv.NvWriteLock;
import org.tssj.tpm20.command.policy.PolicyCommandCode;
import org.tssj.tpm20.policy.Policy;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.session.Session;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.attest.Attest;
import org.tssj.tpm20.structure.attest.Attested;
import org.tssj.tpm20.structure.constant.CommandCode;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.nv.NvAttributes;
import org.tssj.tpm20.structure.nv.NvPublic;
import org.tssj.tpm20.structure.nv.NvType;

/** NV indices (Part 3, 31). */
final class NvCases {

  private static final int INDEX = 0x0150_0000;
  private static final Bytes DATA = Bytes.hex("00112233445566ff");

  private static final NvAttributes OWNERS =
      NvAttributes.OWNERWRITE.with(NvAttributes.OWNERREAD).with(NvAttributes.NO_DA);

  private static final NvAttributes AUTH =
      NvAttributes.AUTHWRITE.with(NvAttributes.AUTHREAD).with(NvAttributes.NO_DA);

  static final List<CommandCase> ALL =
      List.of(
          succeeds(
                  NvDefineSpace.SPEC,
                  on -> {
                    on.index(INDEX, OWNERS, 8);
                    assertEquals(List.of(Handle.of(INDEX)), on.tpm().handles(0x0100_0000));
                  })
              .isRefused(
                  "TPM_RC_NV_DEFINED",
                  on -> {
                    on.index(INDEX, OWNERS, 8);
                    on.index(INDEX, OWNERS, 8);
                  }),
          succeeds(
                  NvUndefineSpace.SPEC,
                  on -> {
                    on.execute(new NvUndefineSpace(Handle.OWNER, on.index(INDEX, OWNERS, 8)));
                    assertEquals(List.of(), on.tpm().handles(0x0100_0000));
                  })
              .isRefused(
                  "TPM_RC_HANDLE",
                  "handle 2 (nvIndex)",
                  on -> on.execute(new NvUndefineSpace(Handle.OWNER, Handle.of(INDEX)))),
          succeeds(
                  NvUndefineSpaceSpecial.SPEC,
                  on -> {
                    // Its policy alone deletes it, with the platform's consent.
                    Handle index = forPolicyDelete(on);
                    Session session = on.policySession();
                    on.execute(
                        new PolicyCommandCode(
                            session.handle(), CommandCode.NV_UNDEFINE_SPACE_SPECIAL));
                    on.execute(
                        new NvUndefineSpaceSpecial(index, Handle.PLATFORM),
                        session.authorize(AuthValue.EMPTY).forTheLastTime(),
                        PLATFORM);
                    assertEquals(List.of(), on.tpm().handles(0x0100_0000));
                  })
              .isRefused(
                  "TPM_RC_AUTH_TYPE",
                  on ->
                      on.execute(
                          new NvUndefineSpaceSpecial(forPolicyDelete(on), Handle.PLATFORM))),
          succeeds(
                  NvReadPublic.SPEC,
                  on -> {
                    Handle index = on.index(INDEX, OWNERS, 8);
                    NvReadPublic.Response read = on.execute(new NvReadPublic(index));
                    assertEquals(8, read.nvPublic().dataSize());
                    assertEquals(read.nvPublic().name(), read.nvName());
                  })
              .isRefused(
                  "TPM_RC_HANDLE",
                  "handle 1 (nvIndex)",
                  on -> on.execute(new NvReadPublic(Handle.of(INDEX)))),
          succeeds(
                  NvWrite.SPEC,
                  on -> {
                    Handle index = on.index(INDEX, OWNERS, 8);
                    on.execute(new NvWrite(Handle.OWNER, index, DATA, 0));
                    assertEquals(DATA, read(on, index));
                  })
              .isRefused(
                  "TPM_RC_NV_RANGE",
                  on ->
                      on.execute(
                          new NvWrite(Handle.OWNER, on.index(INDEX, OWNERS, 8), DATA, 1))),
          succeeds(
                  NvIncrement.SPEC,
                  on -> {
                    Handle index = on.index(INDEX, OWNERS.with(NvType.COUNTER), 8);
                    on.execute(new NvIncrement(Handle.OWNER, index));
                    Bytes first = read(on, index);
                    on.execute(new NvIncrement(Handle.OWNER, index));
                    assertEquals(
                        new BigInteger(first.toArray()).add(BigInteger.ONE),
                        new BigInteger(read(on, index).toArray()));
                  })
              .isRefused(
                  "TPM_RC_ATTRIBUTES",
                  "handle 2 (nvIndex)",
                  on -> on.execute(new NvIncrement(Handle.OWNER, on.index(INDEX, OWNERS, 8)))),
          succeeds(
                  NvExtend.SPEC,
                  on -> {
                    Handle index = on.index(INDEX, OWNERS.with(NvType.EXTEND), 32);
                    on.execute(new NvExtend(Handle.OWNER, index, DATA));
                    assertEquals(Bank.SHA256.hash(Bytes.zeros(32), DATA), read(on, index));
                  })
              .isRefused(
                  "TPM_RC_ATTRIBUTES",
                  "handle 2 (nvIndex)",
                  on -> on.execute(new NvExtend(Handle.OWNER, on.index(INDEX, OWNERS, 8), DATA))),
          succeeds(
                  NvSetBits.SPEC,
                  on -> {
                    Handle index = on.index(INDEX, OWNERS.with(NvType.BITS), 8);
                    on.execute(new NvSetBits(Handle.OWNER, index, 0x81));
                    on.execute(new NvSetBits(Handle.OWNER, index, 1L << 63));
                    assertEquals(Bytes.hex("8000000000000081"), read(on, index));
                  })
              .isRefused(
                  "TPM_RC_ATTRIBUTES",
                  "handle 2 (nvIndex)",
                  on -> on.execute(new NvSetBits(Handle.OWNER, on.index(INDEX, OWNERS, 8), 1))),
          succeeds(
                  NvWriteLock.SPEC,
                  on -> {
                    Handle index = on.index(INDEX, OWNERS.with(NvAttributes.WRITEDEFINE), 8);
                    on.execute(new NvWrite(Handle.OWNER, index, DATA, 0));
                    on.execute(new NvWriteLock(Handle.OWNER, index));
                    assertTrue(
                        on.execute(new NvReadPublic(index))
                            .nvPublic()
                            .attributes()
                            .writeLocked());
                  })
              .isRefused(
                  "TPM_RC_ATTRIBUTES",
                  "handle 2 (nvIndex)",
                  on -> on.execute(new NvWriteLock(Handle.OWNER, on.index(INDEX, OWNERS, 8)))),
          succeeds(
                  NvGlobalWriteLock.SPEC,
                  on -> {
                    Handle index = on.index(INDEX, OWNERS.with(NvAttributes.GLOBALLOCK), 8);
                    on.execute(new NvGlobalWriteLock(Handle.OWNER));
                    assertTrue(
                        on.execute(new NvReadPublic(index))
                            .nvPublic()
                            .attributes()
                            .writeLocked());
                  })
              .isRefused(
                  "TPM_RC_BAD_AUTH",
                  "session 1",
                  on ->
                      on.execute(
                          new NvGlobalWriteLock(Handle.OWNER),
                          Authorization.password(PASSWORD))),
          succeeds(
                  NvRead.SPEC,
                  on -> {
                    Handle index = on.index(INDEX, OWNERS, 8);
                    on.execute(new NvWrite(Handle.OWNER, index, DATA, 0));
                    assertEquals(
                        DATA.slice(6, 8),
                        on.execute(new NvRead(Handle.OWNER, index, 2, 6)).data());
                  })
              .isRefused(
                  "TPM_RC_NV_UNINITIALIZED",
                  on -> read(on, on.index(INDEX, OWNERS, 8))),
          succeeds(
                  NvReadLock.SPEC,
                  on -> {
                    Handle index = on.index(INDEX, OWNERS.with(NvAttributes.READ_STCLEAR), 8);
                    on.execute(new NvReadLock(Handle.OWNER, index));
                    assertTrue(
                        on.execute(new NvReadPublic(index)).nvPublic().attributes().readLocked());
                  })
              .isRefused(
                  "TPM_RC_ATTRIBUTES",
                  "handle 2 (nvIndex)",
                  on -> on.execute(new NvReadLock(Handle.OWNER, on.index(INDEX, OWNERS, 8)))),
          succeeds(
                  NvChangeAuth.SPEC,
                  on -> {
                    Handle index = withPolicy(on, CommandCode.NV_CHANGE_AUTH);
                    on.execute(
                        new NvChangeAuth(index, PASSWORD), policy(on, CommandCode.NV_CHANGE_AUTH));
                    on.execute(
                        new NvWrite(index, index, DATA, 0), Authorization.password(PASSWORD));
                  })
              // Its policy changes it, not its password.
              .isRefused(
                  "TPM_RC_AUTH_TYPE",
                  on ->
                      on.execute(
                          new NvChangeAuth(
                              withPolicy(on, CommandCode.NV_CHANGE_AUTH), PASSWORD))),
          succeeds(
                  NvCertify.SPEC,
                  on -> {
                    Handle index = on.index(INDEX, OWNERS, 8);
                    on.execute(new NvWrite(Handle.OWNER, index, DATA, 0));
                    NvCertify.Response made = on.execute(certify(on, on.renamed(index), 8));
                    Attested.Nv attested =
                        (Attested.Nv) Attest.CODEC.decode(made.certifyInfo()).attested();
                    assertEquals(DATA, attested.nvContents());
                  })
              .isRefused(
                  "TPM_RC_NV_RANGE",
                  on -> {
                    Handle index = on.index(INDEX, OWNERS, 8);
                    on.execute(new NvWrite(Handle.OWNER, index, DATA, 0));
                    on.execute(certify(on, on.renamed(index), 9));
                  }));

  private NvCases() {}

  private static Bytes read(Bench on, Handle index) throws IOException {
    int size = on.execute(new NvReadPublic(index)).nvPublic().dataSize();
    return on.execute(new NvRead(Handle.OWNER, on.renamed(index), size, 0)).data();
  }

  private static NvCertify certify(Bench on, Handle index, int size) throws IOException {
    return new NvCertify(
        on.attestationKey().handle(), Handle.OWNER, index, NONCE, Scheme.NULL, size, 0);
  }

  /** An index whose policy is TPM2_PolicyCommandCode of this command. */
  private static Handle withPolicy(Bench on, CommandCode command) throws IOException {
    return define(on, Handle.OWNER, AUTH, command);
  }

  private static Handle forPolicyDelete(Bench on) throws IOException {
    return define(
        on,
        Handle.PLATFORM,
        AUTH.with(NvAttributes.POLICY_DELETE).with(NvAttributes.PLATFORMCREATE),
        CommandCode.NV_UNDEFINE_SPACE_SPECIAL);
  }

  private static Handle define(
      Bench on, Handle by, NvAttributes attributes, CommandCode command) throws IOException {
    NvPublic area =
        new NvPublic(
            Handle.of(INDEX),
            AlgorithmId.SHA256,
            attributes,
            Policy.EMPTY.commandCode(command).digest(Bank.SHA256),
            8);
    on.execute(new NvDefineSpace(by, AuthValue.EMPTY, area));
    return area.nvIndex().named(area.name());
  }

  private static Authorization policy(Bench on, CommandCode command) throws IOException {
    Session session = on.policySession();
    on.execute(new PolicyCommandCode(session.handle(), command));
    return session.authorize(AuthValue.EMPTY);
  }
}
