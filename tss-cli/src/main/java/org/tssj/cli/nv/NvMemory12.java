package org.tssj.cli.nv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.tpm.Tpm;
import org.tssj.tpm12.NvAccess;
import org.tssj.tpm12.NvStorage;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.tpm12.structure.nv.NvAttributes;
import org.tssj.tpm12.structure.nv.NvDataPublic;
import org.tssj.tpm12.structure.nv.NvIndex;

/** The NV areas of a TPM 1.2. */
final class NvMemory12 implements NvMemory {

  private static final String ORDINARY = "ordinary";
  private static final Map<String, NvAttributes> PERMISSIONS = permissionsByName();

  private final NvStorage storage;

  NvMemory12(Tpm tpm) {
    this.storage = tpm.tpm12().orElseThrow().nv();
  }

  private static Map<String, NvAttributes> permissionsByName() {
    Map<String, NvAttributes> all = new LinkedHashMap<>();
    all.put("ownerread", NvAttributes.OWNERREAD);
    all.put("ownerwrite", NvAttributes.OWNERWRITE);
    all.put("authread", NvAttributes.AUTHREAD);
    all.put("authwrite", NvAttributes.AUTHWRITE);
    all.put("ppread", NvAttributes.PPREAD);
    all.put("ppwrite", NvAttributes.PPWRITE);
    all.put("read_stclear", NvAttributes.READ_STCLEAR);
    all.put("write_stclear", NvAttributes.WRITE_STCLEAR);
    all.put("writedefine", NvAttributes.WRITEDEFINE);
    all.put("writeall", NvAttributes.WRITEALL);
    all.put("globallock", NvAttributes.GLOBALLOCK);
    return all;
  }

  @Override
  public Set<String> permissions() {
    return PERMISSIONS.keySet();
  }

  @Override
  public Set<String> types() {
    return Set.of(ORDINARY);
  }

  @Override
  public List<NvArea> areas() throws IOException {
    List<NvArea> areas = new ArrayList<>();
    for (NvDataPublic each : storage.areas()) {
      areas.add(area(each));
    }
    return areas;
  }

  @Override
  public NvArea area(long index) throws IOException {
    return area(storage.area(new NvIndex((int) index)));
  }

  private static NvArea area(NvDataPublic area) {
    return new NvArea(
        Integer.toUnsignedLong(area.nvIndex().value()),
        area.dataSize(),
        ORDINARY,
        PERMISSIONS.entrySet().stream()
            .filter(each -> area.permission().has(each.getValue()))
            .map(Map.Entry::getKey)
            .toList(),
        true);
  }

  @Override
  public void define(NvArea area, AuthValue areaAuth, AuthValue owner) throws IOException {
    NvAttributes attributes = NvAttributes.NONE;
    for (String name : area.permissions()) {
      attributes = attributes.with(PERMISSIONS.getOrDefault(name, NvAttributes.NONE));
    }
    storage.define(
        NvDataPublic.of(new NvIndex((int) area.index()), attributes, area.size()),
        Secret.of(areaAuth),
        Secret.of(owner));
  }

  private static NvAccess access(NvUserName as, AuthValue secret) {
    return switch (as) {
      case OWNER -> NvAccess.owner(Secret.of(secret));
      case AREA -> NvAccess.area(Secret.of(secret));
      case ANYBODY -> NvAccess.ANYBODY;
    };
  }

  private static NvIndex index(NvArea area) {
    return new NvIndex((int) area.index());
  }

  @Override
  public Bytes read(NvArea area, int offset, int length, NvUserName as, AuthValue secret)
      throws IOException {
    return storage.read(index(area), offset, length, access(as, secret));
  }

  @Override
  public void write(NvArea area, int offset, Bytes data, NvUserName as, AuthValue secret)
      throws IOException {
    storage.write(index(area), offset, data, access(as, secret));
  }

  @Override
  public void increment(NvArea area, NvUserName as, AuthValue secret) {
    throw new UnsupportedOperationException(
        "an NV area of a TPM 1.2 does not count; TPM 1.2 has counters of another kind");
  }

  @Override
  public void lock(NvArea area, boolean reading, NvUserName as, AuthValue secret)
      throws IOException {
    if (reading) {
      storage.lockReading(index(area), access(as, secret));
    } else {
      storage.lockWriting(index(area), access(as, secret));
    }
  }

  @Override
  public void release(long index, AuthValue owner) throws IOException {
    storage.release(new NvIndex((int) index), Secret.of(owner));
  }
}
