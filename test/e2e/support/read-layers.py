"""Prints what QGIS makes of a file, as JSON: of each layer in it whether it is valid, its features and fields."""

import json
import os
import sys

from qgis.core import QgsApplication, QgsDataProvider, QgsVectorLayer, QgsWkbTypes

application = QgsApplication([], False)
application.initQgis()
path = sys.argv[1]
layers = []
# QGIS frees what hangs on a layer with it.
whole = QgsVectorLayer(path, "all", "ogr")
for described in whole.dataProvider().subLayers():
    _, name, _, geometry, *_ = described.split(QgsDataProvider.sublayerSeparator())
    layer = QgsVectorLayer(f"{path}|layername={name}|geometrytype={geometry}", name, "ogr")
    features = list(layer.getFeatures())
    layers.append(
        {
            "isValid": layer.isValid(),
            "geometry": QgsWkbTypes.displayString(layer.wkbType()),
            "reference": layer.crs().authid(),
            "areGeometriesValid": all(feature.geometry().isGeosValid() for feature in features),
            "features": [
                {field.name(): str(feature[field.name()]) for field in layer.fields()}
                for feature in features
            ],
        }
    )

print(json.dumps(layers), flush=True)
# Without taking QGIS down, which may crash where it has no screen.
os._exit(0)
