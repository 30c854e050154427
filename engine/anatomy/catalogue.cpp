#include "engine/anatomy/catalogue.h"

#include "engine/anatomy/joints.h"
#include "engine/core/by_id.h"
#include "engine/core/nearest.h"
#include "engine/data/document.h"
#include "engine/words/tr.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace knotmap::anatomy {
namespace {

namespace fs = std::filesystem;
using core::findById;
using data::Need;
using data::Table;

Layer readLayer(const Table& table)
{
    const std::string name = table.text("layer");
    const auto layer = parseLayer(name);
    if (!name.empty() && (!layer || *layer == Layer::Skin || *layer == Layer::Bone))
        table.fault("layer",
                    trf("'{}' is not a muscle layer: use superficial, intermediate or deep", name));
    return layer.value_or(Layer::Superficial);
}

void readFma(const Table& table, Structure& structure)
{
    if (!table.has("fma")) {
        (void)table.integers("fma", Need::Optional);
        return;
    }
    if (structure.midline) {
        structure.fmaRight = table.integers("fma");
        return;
    }
    if (const auto sides = table.table("fma")) {
        structure.fmaRight = sides->integers("right", Need::Optional);
        structure.fmaLeft = sides->integers("left", Need::Optional);
        sides->rejectUnknownKeys();
    }
}

Structure readCommon(const Table& table, const fs::path& path)
{
    Structure structure;
    structure.file = table.file();
    structure.id = table.id("id");
    structure.english = table.text("english");
    structure.latin = table.text("latin");
    structure.group = table.id("group");
    structure.midline = table.flag("midline", false);
    structure.measured = table.flag("measured", true);
    readFma(table, structure);
    if (!structure.id.empty() && structure.id != path.stem().string())
        table.fault("id",
                    trf("'{}' must match the file name, '{}'", structure.id, path.stem().string()));
    // The shape itself is read by the bake.
    (void)table.tables("sheet");
    (void)table.tables("loft");
    (void)table.tables("foramen");
    return structure;
}

/// A muscle attaches to something, and not to itself.
void checkAttachments(const Table& table, const Structure& muscle)
{
    if (muscle.originBones.empty() && muscle.insertionBones.empty())
        table.fault("attaches_to", trf("'{}' has no bone to attach to; name those of its "
                                       "origin and insertion",
                                       muscle.id));
    for (const auto* names : {&muscle.originBones, &muscle.insertionBones})
        if (std::find(names->begin(), names->end(), muscle.id) != names->end())
            table.fault("attaches_to", trf("'{}' is attached to itself", muscle.id));
}

void readMuscle(const Table& table, Structure& muscle)
{
    muscle.kind = Kind::Muscle;
    muscle.layer = readLayer(table);
    muscle.partOf = table.id("part_of", Need::Optional);
    muscle.origin = table.text("origin");
    muscle.insertion = table.text("insertion");
    muscle.action = table.text("action");
    muscle.nerve = table.text("nerve");
    (void)table.text("note", Need::Optional);
    if (const auto bones = table.table("attaches_to", Need::Optional)) {
        muscle.originBones = bones->texts("origin", Need::Optional);
        muscle.insertionBones = bones->texts("insertion", Need::Optional);
        muscle.attachesLine = bones->line();
        bones->rejectUnknownKeys();
    }
    checkAttachments(table, muscle);
}

void readBone(const Table& table, Structure& bone)
{
    bone.layer = Layer::Bone;
    const std::string kind = table.text("kind");
    if (kind == "cartilage")
        bone.kind = Kind::Cartilage;
    else if (kind == "bone" || kind.empty())
        bone.kind = Kind::Bone;
    else
        table.fault("kind", trf("'{}' must be bone or cartilage", kind));
    (void)table.number("blend_mm", 0, 20, Need::Optional);
    (void)table.text("note", Need::Optional);
}

void loadStructures(Catalogue& catalogue, const fs::path& assets, const std::string& folder,
                    bool muscles, core::Faults& faults)
{
    const std::string shown = "anatomy/" + folder;
    for (const fs::path& path : data::listDocuments(assets / "anatomy" / folder, shown, faults)) {
        const auto document =
            data::Document::read(path, shown + "/" + path.filename().string(), faults);
        if (!document)
            continue;
        const Table table = document->root();
        Structure structure = readCommon(table, path);
        if (muscles)
            readMuscle(table, structure);
        else
            readBone(table, structure);
        table.rejectUnknownKeys();
        if (catalogue.findStructure(structure.id) != nullptr)
            table.fault("id", trf("'{}' is defined twice", structure.id));
        // A faulty one is kept, so that the faults of its shape are reported at once with these.
        if (!structure.id.empty())
            catalogue.structures.push_back(std::move(structure));
    }
}

void loadLandmarks(Catalogue& catalogue, const fs::path& assets, core::Faults& faults)
{
    const std::string shown = "anatomy/landmarks";
    std::set<std::string> seen;
    for (const fs::path& path :
         data::listDocuments(assets / "anatomy" / "landmarks", shown, faults)) {
        const auto document =
            data::Document::read(path, shown + "/" + path.filename().string(), faults);
        if (!document) {
            catalogue.landmarksLeftOut.all = true;
            continue;
        }
        for (const Table& table : document->root().tables("landmark")) {
            Landmark landmark;
            landmark.id = table.id("id");
            landmark.label = table.text("label");
            landmark.at = table.vector3("at");
            landmark.midline = table.flag("midline", false);
            landmark.file = table.file();
            landmark.line = table.line();
            landmark.column = table.column();
            table.rejectUnknownKeys();
            if (!landmark.midline && landmark.at.x > 0)
                table.fault("at", tr("lies on the left; landmarks are written for the right side "
                                     "(x below 0)"));
            if (!seen.insert(landmark.id).second)
                table.fault("id", trf("landmark '{}' is defined twice", landmark.id));
            if (table.valid())
                catalogue.landmarks.push_back(std::move(landmark));
            else
                catalogue.landmarksLeftOut.ids.push_back(landmark.id);
        }
    }
}

void checkSites(const Catalogue& catalogue, const Table& table, const Region& region)
{
    std::vector<std::string> known;
    for (const Landmark& landmark : catalogue.landmarks)
        known.push_back(landmark.id);
    for (const auto& path : region.sites)
        for (const std::string& id : path) {
            if (id.empty() || catalogue.findLandmark(id) != nullptr)
                continue;
            if (catalogue.landmarksLeftOut.has(id))
                table.invalidate();
            else
                table.fault("sites",
                            trf("no landmark is called '{}'.{}", id, core::didYouMean(id, known)));
        }
}

void loadRegions(Catalogue& catalogue, const fs::path& assets, core::Faults& faults)
{
    const auto document =
        data::Document::read(assets / "anatomy" / "regions.toml", "anatomy/regions.toml", faults);
    catalogue.regionsLeftOut.all = !document;
    if (!document)
        return;
    for (const Table& table : document->root().tables("region")) {
        Region region;
        region.id = table.id("id");
        region.label = table.text("label");
        region.synonyms = table.texts("synonyms", Need::Optional);
        region.group = table.id("group");
        region.midline = table.flag("midline", false);
        region.sites = table.textLists("sites");
        region.file = table.file();
        region.line = table.line();
        region.column = table.column();
        table.rejectUnknownKeys();
        checkSites(catalogue, table, region);
        if (catalogue.findRegion(region.id) != nullptr)
            table.fault("id", trf("region '{}' is defined twice", region.id));
        if (table.valid())
            catalogue.regions.push_back(std::move(region));
        else
            catalogue.regionsLeftOut.ids.push_back(region.id);
    }
}

/// For muscles that insert into skin (facial muscles, platysma); the skin has no table of names.
constexpr std::string_view kSkin = "skin";

/// Muscles name what they attach to: bones, other muscles or the skin.
void checkReferences(const Catalogue& catalogue, core::Faults& faults)
{
    std::vector<std::string> bones;
    for (const Structure& structure : catalogue.structures)
        if (structure.kind != Kind::Muscle)
            bones.push_back(structure.id);
    for (const Structure& muscle : catalogue.structures) {
        for (const auto* list : {&muscle.originBones, &muscle.insertionBones})
            for (const std::string& bone : *list)
                if (bone != kSkin && catalogue.findStructure(bone) == nullptr)
                    faults.push_back({muscle.file, muscle.attachesLine, 1,
                                      trf("attaches_to names '{}', which is not a known bone.{}",
                                          bone, core::didYouMean(bone, bones))});
    }
}

} // namespace

const Structure* Catalogue::findStructure(std::string_view id) const
{
    return findById(structures, id);
}
const Landmark* Catalogue::findLandmark(std::string_view id) const
{
    return findById(landmarks, id);
}
const Region* Catalogue::findRegion(std::string_view id) const
{
    return findById(regions, id);
}

Catalogue loadCatalogue(const fs::path& assets, core::Faults& faults)
{
    Catalogue catalogue;
    loadStructures(catalogue, assets, "muscles", true, faults);
    loadStructures(catalogue, assets, "bones", false, faults);
    checkReferences(catalogue, faults);
    return loadCatalogue(assets, std::move(catalogue.structures), faults);
}

Catalogue loadCatalogue(const fs::path& assets, std::vector<Structure> structures,
                        core::Faults& faults)
{
    Catalogue catalogue;
    catalogue.structures = std::move(structures);
    loadLandmarks(catalogue, assets, faults);
    loadRegions(catalogue, assets, faults);
    catalogue.joints = loadJoints(assets, catalogue.structures, faults);
    return catalogue;
}

} // namespace knotmap::anatomy
