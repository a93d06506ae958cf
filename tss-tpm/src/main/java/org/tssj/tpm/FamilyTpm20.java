package org.tssj.tpm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.PcrBitmap;
import org.tssj.core.PcrValues;
import org.tssj.core.Quote;
import org.tssj.core.TpmResponseException;
import org.tssj.core.wire.WireException;
import org.tssj.tpm12.Tpm12;
import org.tssj.tpm20.LoadedObject;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.context.EvictControl;
import org.tssj.tpm20.command.hierarchy.Clear;
import org.tssj.tpm20.command.hierarchy.HierarchyChangeAuth;
import org.tssj.tpm20.command.object.Create;
import org.tssj.tpm20.command.object.ReadPublic;
import org.tssj.tpm20.command.pcr.PcrExtend;
import org.tssj.tpm20.command.pcr.PcrRead;
import org.tssj.tpm20.rc.ResponseCode;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.session.Session;
import org.tssj.tpm20.session.SessionUse;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.HashValue;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.capability.Capability;
import org.tssj.tpm20.structure.capability.CapabilityData;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.PublicKeys;
import org.tssj.tpm20.structure.object.SensitiveCreate;
import org.tssj.tpm20.structure.object.Signature;
import org.tssj.tpm20.structure.pcr.PcrSelection;
import org.tssj.tpm20.template.Templates;

/** A TPM 2.0 as both families are seen. */
final class FamilyTpm20 extends FamilyTpm {

  /** Where the TCG's provisioning guidance puts the storage root key. */
  private static final Handle SRK = Handle.of(0x8100_0001);

  private static final int READS_BEFORE_GIVING_UP = 10;

  private final Tpm20 tpm;

  FamilyTpm20(Tpm20 tpm) {
    this.tpm = tpm;
  }

  @Override
  public Family family() {
    return Family.TPM20;
  }

  @Override
  public Optional<Tpm20> tpm20() {
    return Optional.of(tpm);
  }

  @Override
  public Optional<Tpm12> tpm12() {
    return Optional.empty();
  }

  @Override
  public Bytes random(int length) throws IOException {
    return tpm.random(length);
  }

  /** What the TPM says of its banks: each with the PCRs it has. */
  private Map<Bank, PcrBitmap> allocation() throws IOException {
    Map<Bank, PcrBitmap> banks = new LinkedHashMap<>();
    for (CapabilityData data : tpm.capabilities(Capability.PCRS, 0)) {
      if (data instanceof CapabilityData.Pcrs pcrs) {
        for (PcrSelection selection : pcrs.selections()) {
          if (!selection.pcrSelect().octets().isZero()) {
            Bank.of(selection.hash().value())
                .ifPresent(bank -> banks.put(bank, selection.pcrSelect()));
          }
        }
      }
    }
    return banks;
  }

  @Override
  public Set<Bank> banks() throws IOException {
    return new LinkedHashSet<>(allocation().keySet());
  }

  @Override
  public PcrValues pcrRead(Bank bank, int... indices) throws IOException {
    PcrBitmap there = allocation().get(bank);
    if (there == null) {
      throw new IllegalArgumentException(
          "this TPM has no " + bank + " bank in use; it has " + banks());
    }
    int[] wanted =
        indices.length == 0
            ? there.indices().stream().mapToInt(Integer::intValue).toArray()
            : indices;
    for (int index : wanted) {
      if (!there.has(index)) {
        throw new IllegalArgumentException(
            "the " + bank + " bank has the PCRs " + there + ", not " + index);
      }
    }
    return tpm.pcrRead(PcrSelection.of(bank, wanted));
  }

  @Override
  public void extend(int index, Map<Bank, Bytes> digests) throws IOException {
    List<HashValue> values = new ArrayList<>();
    digests.forEach(
        (bank, digest) -> values.add(new HashValue(new AlgorithmId(bank.algorithm()), digest)));
    tpm.execute(new PcrExtend(Handle.pcr(index), values));
  }

  @Override
  public boolean isOwned() throws IOException {
    return permanent().ownerAuthSet();
  }

  @Override
  public void takeOwnership(OwnerSecrets secrets) throws IOException {
    // The storage root key first: making it takes the owner's auth value, which is empty until then.
    if (!isPersistent(SRK)) {
      try (LoadedObject srk =
          tpm.createPrimary(Handle.OWNER, Templates.storageRootKeyEcc(), secrets.storageRoot())) {
        tpm.execute(new EvictControl(Handle.OWNER, srk.handle(), SRK));
      }
    }
    changeAuth(Handle.ENDORSEMENT, secrets.endorsement());
    changeAuth(Handle.LOCKOUT, secrets.lockout());
    changeAuth(Handle.OWNER, secrets.owner());
  }
}
