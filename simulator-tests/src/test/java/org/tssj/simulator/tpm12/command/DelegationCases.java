package org.tssj.simulator.tpm12.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.simulator.tpm12.command.Bench.DIGEST;
import static org.tssj.simulator.tpm12.command.Bench.SECRET;
import static org.tssj.simulator.tpm12.command.Bench.owner;
import static org.tssj.simulator.tpm12.command.Bench.ownerOsap;
import static org.tssj.simulator.tpm12.command.Bench.wrong;
import static org.tssj.simulator.tpm12.command.CommandCase.succeeds;

import java.util.List;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codecs;
import org.tssj.tpm12.command.crypto.Sign;
import org.tssj.tpm12.command.delegation.DelegateCreateKeyDelegation;
import org.tssj.tpm12.command.delegation.DelegateCreateOwnerDelegation;
import org.tssj.tpm12.command.delegation.DelegateLoadOwnerDelegation;
import org.tssj.tpm12.command.delegation.DelegateManage;
import org.tssj.tpm12.command.delegation.DelegateReadTable;
import org.tssj.tpm12.command.delegation.DelegateUpdateVerification;
import org.tssj.tpm12.command.delegation.DelegateVerifyDelegation;
import org.tssj.tpm12.command.endorsement.OwnerReadInternalPub;
import org.tssj.tpm12.session.Authorization;
import org.tssj.tpm12.structure.delegation.DelegateKeyBlob;
import org.tssj.tpm12.structure.delegation.DelegateOwnerBlob;
import org.tssj.tpm12.structure.delegation.DelegatePublic;
import org.tssj.tpm12.structure.delegation.Delegations;
import org.tssj.tpm12.structure.delegation.FamilyOperation;
import org.tssj.tpm12.structure.delegation.KeyPermission;
import org.tssj.tpm12.structure.delegation.OwnerPermission;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.pcr.PcrInfoShort;

/** Delegation (Part 3, 19). */
final class DelegationCases {

  static final List<CommandCase> ALL =
      List.of(
          succeeds(DelegateManage.SPEC, on -> family(on))
              .isRefused(
                  "TPM_BADINDEX",
                  on ->
                      on.execute(
                          new DelegateManage(0, new FamilyOperation(0x99), Bytes.EMPTY), owner())),
          succeeds(
                  DelegateCreateKeyDelegation.SPEC,
                  on -> {
                    DelegateKeyBlob blob = keyDelegation(on, KeyPermission.SIGN);
                    Bytes signature =
                        on.execute(
                                new Sign(on.signingHandle(), DIGEST),
                                Authorization.dsap(on.signingHandle(), blob, SECRET))
                            .sig();
                    assertEquals(128, signature.length());
                  })
              .isRefused(
                  "TPM_BADINDEX",
                  on ->
                      on.execute(
                          new DelegateCreateKeyDelegation(
                              on.signingHandle(), toKey(99, 0, KeyPermission.SIGN), SECRET),
                          Authorization.osap(on.signingHandle(), SECRET))),
          succeeds(
                  DelegateCreateOwnerDelegation.SPEC,
                  on -> {
                    DelegateOwnerBlob blob =
                        ownerDelegation(on, OwnerPermission.OWNER_READ_INTERNAL_PUB);
                    on.execute(
                        new OwnerReadInternalPub(Handle.EK), Authorization.dsap(blob, SECRET));
                    assertTrue(
                        blob.pub().permissions().allows(OwnerPermission.OWNER_READ_INTERNAL_PUB));
                  })
              .isRefused(
                  "TPM_BADINDEX",
                  on ->
                      on.execute(
                          new DelegateCreateOwnerDelegation(
                              false, ofOwner(99, 0, OwnerPermission.OWNER_CLEAR), SECRET),
                          ownerOsap())),
          succeeds(
                  DelegateLoadOwnerDelegation.SPEC,
                  on -> {
                    row(on, OwnerPermission.OWNER_READ_INTERNAL_PUB);
                    on.execute(new OwnerReadInternalPub(Handle.EK), Authorization.dsap(0, SECRET));
                  })
              .isRefused(
                  "TPM_BADINDEX",
                  on ->
                      on.execute(
                          new DelegateLoadOwnerDelegation(
                              99, ownerDelegation(on, OwnerPermission.OWNER_CLEAR)),
                          owner())),
          succeeds(
                  DelegateReadTable.SPEC,
                  on -> {
                    row(on, OwnerPermission.OWNER_CLEAR);
                    DelegateReadTable.Response table = on.execute(new DelegateReadTable());
                    assertEquals(1, table.familyTable().size());
                    assertEquals('f', table.familyTable().get(0).label());
                    assertEquals(1, table.delegateTable().size());
                    assertTrue(
                        table
                            .delegateTable()
                            .get(0)
                            .pub()
                            .permissions()
                            .allows(OwnerPermission.OWNER_CLEAR));
                  })
              .isRefused(
                  "TPM_INVALID_POSTINIT",
                  on -> {
                    on.powerCycle();
                    on.execute(new DelegateReadTable());
                  }),
          succeeds(
                  DelegateUpdateVerification.SPEC,
                  on -> {
                    DelegateOwnerBlob older =
                        ownerDelegation(on, OwnerPermission.OWNER_READ_INTERNAL_PUB);
                    on.execute(
                        new DelegateCreateOwnerDelegation(true, older.pub(), SECRET), ownerOsap());
                    Bytes newer =
                        on.execute(
                                new DelegateUpdateVerification(
                                    DelegateOwnerBlob.CODEC.encode(older)),
                                owner())
                            .outputData();
                    on.execute(
                        new OwnerReadInternalPub(Handle.EK),
                        Authorization.dsap(DelegateOwnerBlob.CODEC.decode(newer), SECRET));
                  })
              // A row that does not exist would crash libtpms 0.9.2.
              .isRefused(
                  "TPM_AUTHFAIL",
                  on -> on.execute(new DelegateUpdateVerification(Bytes.hex("00000000")), wrong())),
          succeeds(
                  DelegateVerifyDelegation.SPEC,
                  on ->
                      on.execute(
                          new DelegateVerifyDelegation(
                              DelegateOwnerBlob.CODEC.encode(
                                  ownerDelegation(on, OwnerPermission.OWNER_CLEAR)))))
              .isRefused(
                  "TPM_AUTHFAIL",
                  on -> {
                    DelegateOwnerBlob blob = ownerDelegation(on, OwnerPermission.OWNER_CLEAR);
                    DelegateOwnerBlob forged =
                        new DelegateOwnerBlob(
                            blob.pub(), DIGEST, blob.additionalArea(), blob.sensitiveArea());
                    on.execute(
                        new DelegateVerifyDelegation(DelegateOwnerBlob.CODEC.encode(forged)));
                  }));

  /** A new family that is enabled. */
  static long family(Bench on) throws Exception {
    Bytes number =
        on.execute(new DelegateManage(0, FamilyOperation.CREATE, Bytes.hex("66")), owner())
            .retData();
    long family = Codecs.U32.decode(number);
    on.execute(new DelegateManage(family, FamilyOperation.ENABLE, Bytes.hex("01")), owner());
    return family;
  }

  private static DelegatePublic ofOwner(long family, long count, OwnerPermission... permissions) {
    return new DelegatePublic(
        'o', PcrInfoShort.NONE, Delegations.ofOwner(permissions), family, count);
  }

  private static DelegatePublic toKey(long family, long count, KeyPermission... permissions) {
    return new DelegatePublic(
        'k', PcrInfoShort.NONE, Delegations.ofKey(permissions), family, count);
  }

  /** The count that a new delegation of a family needs. */
  private static long count(Bench on, long family) throws Exception {
    return on.execute(new DelegateReadTable()).familyTable().stream()
        .filter(each -> each.familyId() == family)
        .findFirst()
        .orElseThrow()
        .verificationCount();
  }

  static DelegateOwnerBlob ownerDelegation(Bench on, OwnerPermission... permissions)
      throws Exception {
    long family = family(on);
    return on.execute(
            new DelegateCreateOwnerDelegation(
                false, ofOwner(family, count(on, family), permissions), SECRET),
            ownerOsap())
        .blob();
  }

  static DelegateKeyBlob keyDelegation(Bench on, KeyPermission... permissions) throws Exception {
    long family = family(on);
    return on.execute(
            new DelegateCreateKeyDelegation(
                on.signingHandle(), toKey(family, count(on, family), permissions), SECRET),
            Authorization.osap(on.signingHandle(), SECRET))
        .blob();
  }

  /** Puts a delegation into the first row of the table. */
  static void row(Bench on, OwnerPermission... permissions) throws Exception {
    on.execute(new DelegateLoadOwnerDelegation(0, ownerDelegation(on, permissions)), owner());
  }

  private DelegationCases() {}
}
